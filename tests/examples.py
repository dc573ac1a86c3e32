"""How many examples Hypothesis tries: a few new ones at the desk, many and the same ones in CI.

HYPOTHESIS_PROFILE chooses the profile: `dev` or `ci`; without it CI in the environment means `ci`. A test that wants
more or fewer examples than others says so as a share of the profile's number. No profile has a limit of time.
"""

import os
from collections.abc import Collection

from hypothesis import HealthCheck, Phase, settings

settings.register_profile("dev", max_examples=20, deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.register_profile("ci", settings.get_profile("dev"), max_examples=60, derandomize=True, print_blob=True)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE") or ("ci" if os.environ.get("CI") else "dev"))
PROFILE = settings()


def examples(share: float, *allowed: HealthCheck, phases: Collection[Phase] = PROFILE.phases) -> settings:
    """Return settings that try that share of the profile's number of examples; `allowed` are unhealthy habits."""
    most = max(1, round(share * PROFILE.max_examples))
    return settings(max_examples=most, suppress_health_check=[HealthCheck.too_slow, *allowed], phases=phases)
