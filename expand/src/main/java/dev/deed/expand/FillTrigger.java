package dev.deed.expand;

import dev.deed.sql.Identifier;
import java.util.List;

/// Gives rows a value that code gives none, as long as such code runs.
record FillTrigger(TargetTable target, Draft draft, String column, String value) {

  List<String> create() {
    var names = draft.triggerNames();
    return List.of(
        """
        CREATE FUNCTION %1$s() RETURNS trigger
            LANGUAGE plpgsql
            AS $deed$
        BEGIN
            IF new.%2$s IS NULL THEN
                new.%2$s := %3$s;
            END IF;
            RETURN new;
        END
        $deed$\
        """
            .formatted(names.sync().quoted(), Identifier.quoted(column), value),
        "CREATE TRIGGER %s BEFORE INSERT OR UPDATE ON %s FOR EACH ROW EXECUTE FUNCTION %s()"
            .formatted(names.trigger(2), target.quoted(), names.sync().quoted()),
        names.always(2, target.name()));
  }

  List<String> drop() {
    var names = draft.triggerNames();
    return List.of(
        names.drop(2, target.name()),
        "DROP FUNCTION IF EXISTS %s()".formatted(names.sync().quoted()));
  }
}
