"""Comparing faces as arithmetic: galleries, ranking, thresholds, wrong photos. No network, no register, no files."""
