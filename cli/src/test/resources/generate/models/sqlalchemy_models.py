import sys
import sqlalchemy as sa
from sqlalchemy.dialects import postgresql as pg

wanted = sys.argv[1] == "wanted"
m = sa.MetaData(naming_convention={
    "ix": "ix_%(column_0_label)s", "uq": "uq_%(table_name)s_%(column_0_name)s",
    "ck": "ck_%(table_name)s_%(constraint_name)s", "fk": "fk_%(table_name)s_%(column_0_name)s_%(referred_table_name)s",
    "pk": "pk_%(table_name)s"})
level = sa.Enum(*(["low", "normal", "high", "urgent"] if wanted else ["low", "normal", "high"]), name="level", metadata=m)
projects = sa.Table("projects", m,
    sa.Column("id", sa.Integer, sa.Identity(), primary_key=True),
    sa.Column("name", sa.String(200 if wanted else 100), nullable=False, index=True),
    sa.Column("settings", pg.JSONB, server_default=sa.text("'{}'::jsonb"), nullable=False),
    *([sa.Column("archived_at", sa.DateTime(timezone=True))] if wanted else []))
tasks = sa.Table("tasks", m,
    sa.Column("id", pg.UUID, primary_key=True, server_default=sa.text("gen_random_uuid()")),
    sa.Column("project_id", sa.Integer, sa.ForeignKey("projects.id", ondelete="CASCADE"), nullable=False, index=wanted),
    sa.Column("title", sa.Text, nullable=False),
    sa.Column("level", level, nullable=False, server_default="normal"),
    sa.Column("hours", sa.Numeric(6, 2), *([sa.CheckConstraint("hours >= 0", name="hours_not_negative")] if wanted else [])),
    sa.Column("labels", pg.ARRAY(sa.Text)),
    *([sa.Column("words", sa.Integer, sa.Computed("length(title)", persisted=True))] if wanted else []))
if wanted:
    sa.Table("watchers", m,
        sa.Column("task_id", pg.UUID, sa.ForeignKey("tasks.id"), primary_key=True),
        sa.Column("email", sa.String(320), primary_key=True),
        sa.Column("since", sa.DateTime, server_default=sa.func.now()))
    sa.Index("ix_tasks_open", tasks.c.project_id, tasks.c.title, unique=True, postgresql_where=tasks.c.hours.is_(None))
engine = sa.create_mock_engine("postgresql://", lambda s, *a, **k: print(str(s.compile(dialect=engine.dialect)).strip() + ";\n"))
m.create_all(engine, checkfirst=False)
