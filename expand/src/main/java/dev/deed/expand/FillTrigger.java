package dev.deed.expand;

import dev.deed.sql.Identifier;
import java.util.List;

/// Gives rows a value that code gives none, as long as such code runs.
record FillTrigger(TargetTable target, Draft draft, String column, String value) {

  List<String> create() {
    var names = draft.triggerNames();
    return List.of(
        """
        CREATE FUNCTION %s() RETURNS trigger
            LANGUAGE plpgsql
            AS $deed$
        BEGIN
            new.%s := %s;
            RETURN new;
        END
        $deed$\
        """
            .formatted(names.sync().quoted(), Identifier.quoted(column), value),
        "CREATE TRIGGER %s BEFORE INSERT OR UPDATE ON %s FOR EACH ROW WHEN (new.%s IS NULL) EXECUTE FUNCTION %s()"
            .formatted(
                names.trigger(2, "fill"),
                target.quoted(),
                Identifier.quoted(column),
                names.sync().quoted()),
        "ALTER TABLE %s ENABLE ALWAYS TRIGGER %s"
            .formatted(target.quoted(), names.trigger(2, "fill")));
  }

  List<String> drop() {
    var names = draft.triggerNames();
    return List.of(
        "DROP TRIGGER %s ON %s".formatted(names.trigger(2, "fill"), target.quoted()),
        "DROP FUNCTION %s()".formatted(names.sync().quoted()));
  }
}
