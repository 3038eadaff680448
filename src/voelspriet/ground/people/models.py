# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""Accounts, the roles they hold and the areas they are adviser of."""

from __future__ import annotations

from django.contrib.auth.base_user import AbstractBaseUser, BaseUserManager
from django.db import models
from django.db.models import F, Q

from voelspriet.ground.areas.models import Area, Municipality
from voelspriet.ground.people.choices import DutyKind
from voelspriet.ground.privacy.choices import Role


class UserManager(BaseUserManager["User"]):
    """Look accounts up by e-mail address, in any case."""

    def get_by_natural_key(self, username: str | None) -> User:
        """Return the account with this address."""
        return self.get(email__iexact=username or "")


class User(AbstractBaseUser):
    """Somebody with an account: a colleague or a partner's colleague (medewerker)."""

    email = models.EmailField(unique=True)
    name = models.CharField(max_length=120)
    first_name = models.CharField(max_length=60)
    function = models.CharField(max_length=80, blank=True)
    phone = models.CharField(max_length=20, blank=True)
    language = models.CharField(max_length=2, default="nl")
    is_active = models.BooleanField(default=True)
    is_public_face = models.BooleanField(default=False)
    photo = models.CharField(max_length=64, blank=True)
    password_is_one_time = models.BooleanField(default=False)

    objects = UserManager()

    USERNAME_FIELD = "email"
    REQUIRED_FIELDS = ["name"]

    def __str__(self) -> str:
        return self.name


class RoleAssignment(models.Model):
    """A role somebody holds in a municipality, from a day until a day (roltoewijzing)."""

    user = models.ForeignKey(User, on_delete=models.CASCADE, related_name="assignments")
    municipality = models.ForeignKey(Municipality, on_delete=models.CASCADE)
    role = models.CharField(max_length=20, choices=Role)
    starts_on = models.DateField()
    ends_on = models.DateField(null=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["user", "municipality", "role"],
                condition=Q(ends_on__isnull=True),
                name="role_once",
            )
        ]


class AreaDuty(models.Model):
    """One of the duo of an area, or their stand-in (gebiedsdienst)."""

    user = models.ForeignKey(User, on_delete=models.PROTECT, related_name="duties")
    area = models.ForeignKey(Area, on_delete=models.PROTECT, related_name="duties")
    kind = models.CharField(max_length=8, choices=DutyKind)
    starts_on = models.DateField()
    ends_on = models.DateField(null=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["area", "kind"],
                condition=Q(ends_on__isnull=True) & ~Q(kind=DutyKind.STAND_IN),
                name="duty_one_per_place",
            ),
            models.CheckConstraint(
                condition=Q(ends_on__isnull=True) | Q(ends_on__gte=F("starts_on")),
                name="duty_ends_after_start",
            ),
        ]


class Leaving(models.Model):
    """That a colleague leaves: from which day, and when everything passed on (vertrek)."""

    user = models.ForeignKey(User, on_delete=models.CASCADE, related_name="leavings")
    municipality = models.ForeignKey(Municipality, on_delete=models.CASCADE)
    leaves_on = models.DateField()
    planned_at = models.DateTimeField()
    done_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["user", "municipality"],
                condition=Q(done_at__isnull=True),
                name="leaving_one_at_a_time",
            )
        ]


class Succession(models.Model):
    """Who has a place in a duo after somebody (opvolging); planned until `passed_at`.

    Once passed it always names somebody. `is_gap`: nobody new came, a colleague of the duo or
    the duo above has it too now. Who had it stands here by name only: no row links one person to
    another. `covered` holds the ids of every area that went with it.
    """

    leaving = models.ForeignKey(
        Leaving, on_delete=models.CASCADE, null=True, related_name="successions"
    )
    area = models.ForeignKey(Area, on_delete=models.CASCADE, related_name="successions")
    kind = models.CharField(max_length=8, choices=DutyKind)
    old_name = models.CharField(max_length=120)
    old_first_name = models.CharField(max_length=60)
    successor = models.ForeignKey(
        User, on_delete=models.CASCADE, null=True, related_name="taken_over"
    )
    is_gap = models.BooleanField(default=False)
    covered = models.JSONField(default=list)
    starts_on = models.DateField()
    passed_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(passed_at__isnull=True) | Q(successor__isnull=False),
                name="succession_passed_has_a_name",
            ),
            models.UniqueConstraint(
                fields=["leaving", "area", "kind"], name="succession_once_per_place"
            ),
        ]
        indexes = [models.Index(fields=["area", "starts_on"], name="succession_area_day")]


class FailedSignIn(models.Model):
    """Wrong passwords for one account since a moment (mislukte aanmelding).

    The account stands here as a keyed hash of the address somebody typed, so that an address
    without an account is slowed down like any other. Holds no network address.
    """

    account_hash = models.CharField(max_length=64, unique=True)
    count = models.PositiveSmallIntegerField(default=0)
    since = models.DateTimeField()
