"""A Ray of two worker processes on this machine, started once for all tests of engines."""

import os
import warnings

import pytest


@pytest.fixture(scope="session")
def local_ray():
    """A running Ray, which a `Cluster` without an address then uses."""
    ray = pytest.importorskip("ray", reason="the cluster extra is not installed: pip install 'rashomon[cluster]'")
    os.environ["RAY_USAGE_STATS_ENABLED"] = "0"
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # Ray's own code, not ours
        ray.init(address="local", num_cpus=2, include_dashboard=False, log_to_driver=False, configure_logging=False)
    yield ray
    ray.shutdown()
