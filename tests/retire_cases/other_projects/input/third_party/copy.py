# fsync is a workaround of another project.
