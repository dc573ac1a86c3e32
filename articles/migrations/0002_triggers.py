"""What a table's own checks cannot say: a span ends within its paragraph, and a correction is never changed.

SQLite loses a table's triggers when a later migration rebuilds that table: such a migration must lay them again
(`tests/articles/models/test_triggers.py` fails when one is gone).
"""

from django.db import migrations

SPAN_TABLES = ["articles_quotationspan", "articles_mention"]
BEYOND = "a span ends beyond its paragraph"
APPEND_ONLY = "corrections are append-only"


def sqlite_statements():
    for table in SPAN_TABLES:
        for event in ["INSERT", "UPDATE"]:
            yield f"""
                CREATE TRIGGER {table}_within_on_{event.lower()} BEFORE {event} ON {table}
                WHEN NEW."end" > (SELECT length(text) FROM articles_paragraph WHERE id = NEW.paragraph_id)
                BEGIN SELECT RAISE(ABORT, '{BEYOND}'); END"""
        yield f"""
            CREATE TRIGGER {table}_within_on_text BEFORE UPDATE OF text ON articles_paragraph
            WHEN EXISTS (SELECT 1 FROM {table} WHERE paragraph_id = NEW.id AND "end" > length(NEW.text))
            BEGIN SELECT RAISE(ABORT, '{BEYOND}'); END"""
    yield f"""
        CREATE TRIGGER articles_correction_append_only BEFORE UPDATE ON articles_correction
        BEGIN SELECT RAISE(ABORT, '{APPEND_ONLY}'); END"""


def postgresql_statements():
    yield f"""
        CREATE FUNCTION articles_span_within() RETURNS trigger LANGUAGE plpgsql AS $$
        BEGIN
            IF NEW."end" > (SELECT char_length(text) FROM articles_paragraph WHERE id = NEW.paragraph_id) THEN
                RAISE EXCEPTION '{BEYOND}' USING ERRCODE = 'check_violation';
            END IF;
            RETURN NEW;
        END $$"""
    for table in SPAN_TABLES:
        yield f"""
            CREATE TRIGGER {table}_within BEFORE INSERT OR UPDATE ON {table}
            FOR EACH ROW EXECUTE FUNCTION articles_span_within()"""
    exists = " OR ".join(
        f'EXISTS (SELECT 1 FROM {table} WHERE paragraph_id = NEW.id AND "end" > char_length(NEW.text))'
        for table in SPAN_TABLES
    )
    yield f"""
        CREATE FUNCTION articles_paragraph_holds_spans() RETURNS trigger LANGUAGE plpgsql AS $$
        BEGIN
            IF {exists} THEN
                RAISE EXCEPTION '{BEYOND}' USING ERRCODE = 'check_violation';
            END IF;
            RETURN NEW;
        END $$"""
    yield """
        CREATE TRIGGER articles_paragraph_holds BEFORE UPDATE OF text ON articles_paragraph
        FOR EACH ROW EXECUTE FUNCTION articles_paragraph_holds_spans()"""
    yield f"""
        CREATE FUNCTION articles_append_only() RETURNS trigger LANGUAGE plpgsql AS $$
        BEGIN
            RAISE EXCEPTION '{APPEND_ONLY}' USING ERRCODE = 'check_violation';
        END $$"""
    yield """
        CREATE TRIGGER articles_correction_append_only BEFORE UPDATE ON articles_correction
        FOR EACH ROW EXECUTE FUNCTION articles_append_only()"""


STATEMENTS = {"sqlite": sqlite_statements, "postgresql": postgresql_statements}


def lay_triggers(apps, schema_editor):
    for statement in STATEMENTS[schema_editor.connection.vendor]():
        schema_editor.execute(statement, params=None)


class Migration(migrations.Migration):
    dependencies = [("articles", "0001_tables")]
    operations = [migrations.RunPython(lay_triggers, elidable=False)]
