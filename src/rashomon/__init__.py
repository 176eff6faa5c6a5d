"""rashomon"""
