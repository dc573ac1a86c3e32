"""Work that outlasts a request: asked for on a page, done by a worker, in steps.

A task is a function of a module of its own, marked `@task` (django-tasks, which is Django's own interface from 6.0 on).
It is a generator: each `yield` says how many things are left, and that all before it has been committed. What it
returns is an `Outcome`; what can't be done it raises as a `JobProblemError`. Wherever its process ends it is
called again with the same arguments, so it looks at the archive for what is left to do, and never counts on what it
knew before.

`ask` puts a job into the one table; a worker (`manage.py run_jobs`) takes it up, saves its progress, hears between
two steps that it is to stop, and gives way to what is more urgent. A worker that dies lets go of the mark that it
holds, by which the next one knows. docs/jobs.md says why there is no other library beneath.
"""
