"""Authorities, schools, governing bodies, and dated service on them."""

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="GoverningBody",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("name", models.CharField(max_length=200)),
                ("created", models.DateTimeField(auto_now_add=True)),
            ],
            options={
                "verbose_name_plural": "governing bodies",
                "ordering": ["name", "pk"],
            },
        ),
        migrations.CreateModel(
            name="Authority",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("code", models.CharField(max_length=3, unique=True)),
                ("name", models.CharField(max_length=100)),
                (
                    "nation",
                    models.CharField(
                        choices=[("england", "England"), ("wales", "Wales")],
                        default="england",
                        max_length=10,
                    ),
                ),
            ],
            options={
                "verbose_name_plural": "authorities",
                "ordering": ["name", "code"],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("nation__in", ["england", "wales"])),
                        name="authority_nation",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="AuthorityStaff",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("since", models.DateField()),
                ("until", models.DateField(blank=True, null=True)),
                (
                    "role",
                    models.CharField(
                        choices=[("officer", "Officer"), ("adviser", "Adviser")], max_length=10
                    ),
                ),
                ("title", models.CharField(blank=True, max_length=120)),
                (
                    "authority",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="staff",
                        to="schools.authority",
                    ),
                ),
                (
                    "user",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="authority_posts",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "verbose_name_plural": "authority staff",
                "ordering": ["-since", "pk"],
                "abstract": False,
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            ("until__isnull", True),
                            ("until__gte", models.F("since")),
                            _connector="OR",
                        ),
                        name="authoritystaff_ends_after_it_begins",
                        violation_error_message="The last day cannot be before the first.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("role__in", ["officer", "adviser"])),
                        name="authoritystaff_role",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Membership",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("since", models.DateField()),
                ("until", models.DateField(blank=True, null=True)),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("parent", "Parent governor"),
                            ("staff", "Staff governor"),
                            ("local_authority", "Local authority governor"),
                            ("co_opted", "Co-opted governor"),
                            ("foundation", "Foundation governor"),
                            ("partnership", "Partnership governor"),
                            ("head", "Headteacher (ex officio)"),
                            ("associate", "Associate member"),
                        ],
                        max_length=20,
                    ),
                ),
                (
                    "governing_body",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="memberships",
                        to="schools.governingbody",
                    ),
                ),
                (
                    "user",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="memberships",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "ordering": ["-since", "pk"],
                "abstract": False,
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            ("until__isnull", True),
                            ("until__gte", models.F("since")),
                            _connector="OR",
                        ),
                        name="membership_ends_after_it_begins",
                        violation_error_message="The last day cannot be before the first.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            (
                                "kind__in",
                                [
                                    "parent",
                                    "staff",
                                    "local_authority",
                                    "co_opted",
                                    "foundation",
                                    "partnership",
                                    "head",
                                    "associate",
                                ],
                            )
                        ),
                        name="membership_kind",
                    ),
                    models.UniqueConstraint(
                        fields=("governing_body", "user", "since"), name="membership_once_a_day"
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Office",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("since", models.DateField()),
                ("until", models.DateField(blank=True, null=True)),
                (
                    "office",
                    models.CharField(
                        choices=[
                            ("chair", "Chair of governors"),
                            ("vice_chair", "Vice-chair of governors"),
                            ("clerk", "Clerk to the governing body"),
                        ],
                        max_length=10,
                    ),
                ),
                (
                    "governing_body",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="offices",
                        to="schools.governingbody",
                    ),
                ),
                (
                    "user",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="offices",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "ordering": ["-since", "pk"],
                "abstract": False,
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            ("until__isnull", True),
                            ("until__gte", models.F("since")),
                            _connector="OR",
                        ),
                        name="office_ends_after_it_begins",
                        violation_error_message="The last day cannot be before the first.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("office__in", ["chair", "vice_chair", "clerk"])),
                        name="office_kind",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="School",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "urn",
                    models.PositiveIntegerField(
                        blank=True, null=True, unique=True, verbose_name="URN"
                    ),
                ),
                ("name", models.CharField(max_length=200)),
                ("number", models.CharField(blank=True, max_length=10)),
                (
                    "category",
                    models.CharField(
                        choices=[
                            ("community", "Community school"),
                            ("voluntary_controlled", "Voluntary controlled school"),
                            ("community_special", "Community special school"),
                            ("nursery", "Maintained nursery school"),
                            ("voluntary_aided", "Voluntary aided school"),
                            ("foundation", "Foundation school"),
                            ("foundation_special", "Foundation special school"),
                            ("pupil_referral_unit", "Pupil referral unit"),
                            ("academy", "Academy"),
                            ("free_school", "Free school"),
                            ("studio_school", "Studio school"),
                            ("university_technical_college", "University technical college"),
                            ("city_technology_college", "City technology college"),
                        ],
                        max_length=30,
                    ),
                ),
                (
                    "type_name",
                    models.CharField(blank=True, max_length=100, verbose_name="type, as written"),
                ),
                (
                    "status",
                    models.CharField(
                        choices=[
                            ("open", "Open"),
                            ("closing", "Open, but proposed to close"),
                            ("proposed", "Proposed to open"),
                            ("closed", "Closed"),
                            ("not_stated", "Not stated"),
                        ],
                        default="not_stated",
                        max_length=12,
                    ),
                ),
                ("phase", models.CharField(blank=True, max_length=50)),
                ("opened_on", models.DateField(blank=True, null=True)),
                ("closed_on", models.DateField(blank=True, null=True)),
                ("street", models.CharField(blank=True, max_length=200)),
                ("locality", models.CharField(blank=True, max_length=200)),
                ("address3", models.CharField(blank=True, max_length=200)),
                ("town", models.CharField(blank=True, max_length=100)),
                ("county", models.CharField(blank=True, max_length=100)),
                ("postcode", models.CharField(blank=True, max_length=20)),
                ("religious_character", models.CharField(blank=True, max_length=100)),
                ("low_age", models.PositiveSmallIntegerField(blank=True, null=True)),
                ("high_age", models.PositiveSmallIntegerField(blank=True, null=True)),
                ("pupils", models.PositiveIntegerField(blank=True, null=True)),
                (
                    "nation",
                    models.CharField(
                        choices=[("england", "England"), ("wales", "Wales")],
                        default="england",
                        max_length=10,
                    ),
                ),
                ("search_text", models.TextField(blank=True, editable=False)),
                (
                    "authority",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="schools",
                        to="schools.authority",
                    ),
                ),
                (
                    "governing_body",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="schools",
                        to="schools.governingbody",
                    ),
                ),
            ],
            options={
                "ordering": ["name", "urn"],
                "indexes": [models.Index(fields=["name", "urn"], name="school_by_name")],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            (
                                "category__in",
                                [
                                    "community",
                                    "voluntary_controlled",
                                    "community_special",
                                    "nursery",
                                    "voluntary_aided",
                                    "foundation",
                                    "foundation_special",
                                    "pupil_referral_unit",
                                    "academy",
                                    "free_school",
                                    "studio_school",
                                    "university_technical_college",
                                    "city_technology_college",
                                ],
                            )
                        ),
                        name="school_category",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("status__in", ["open", "closing", "proposed", "closed", "not_stated"])
                        ),
                        name="school_status",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("nation__in", ["england", "wales"])),
                        name="school_nation",
                    ),
                ],
            },
        ),
    ]
