#!/usr/bin/env python3
"""Prints the salience part of a model file, for crates/topics/src/salience/standard.json.

usage: standard-salience.py models/topics.notis > crates/topics/src/salience/standard.json
"""
import json
import struct
import sys

with open(sys.argv[1], "rb") as file:
    length = struct.unpack("<Q", file.read(8))[0]
    header = json.loads(file.read(length))
print(json.dumps(json.loads(header["__metadata__"]["notis"])["salience"], indent=1))
