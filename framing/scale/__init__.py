"""The same functions over record batches, on a pool of processes or on an engine that is there.

`batches.annotate_batch` is the one function: articles in, tidy rows out, nothing else is read or
written. `pool` (this machine), `dask` and `spark` call it unchanged; `shards` keeps what is done on
disk, so that a run that was cut off goes on; `counts` adds up what the rows of any split say.
"""
