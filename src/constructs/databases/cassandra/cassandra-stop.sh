#!/bin/bash
# Before a member stops: it takes no more work, and writes to its tables what is in memory.
timeout 240 nodetool drain
