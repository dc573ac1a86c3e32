"""One limiter for the whole site: by address and by account, by number and by cost.

`visitor` says who asks, `rates` what the settings allow, `counters` counts in a file that all processes share
(`counter_file`), `limiter` puts them together: a request is let in or refused, and what it cost is charged. On top,
`sign_in` brakes those who try passwords, `leases` says how many exports may run at once, `metered` runs them so that
pages go on, and `give_way` lets pages go first.

Counting is done by the library `limits` in fixed windows that begin with a visitor's first request: the only strategy
whose moment of reset is exact, so that Retry-After is a promise. Where the file can't be used, everybody is let in and
the log says so.
"""
