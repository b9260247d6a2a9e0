package dev.deed.expand;

import dev.deed.sql.Identifier;
import dev.deed.sql.QualifiedName;
import java.util.List;
import java.util.stream.Collectors;

/// Where rows without a parent go when they are deleted, by a trigger, so that none of them is lost
/// however it is deleted; the way back inserts them again.
record OrphanTable(TargetTable target, Draft draft, String constraint, String orphan) {

  QualifiedName table() {
    return target.name().renamed(Names.fit(target.name().name() + "_" + constraint, "_orphans"));
  }

  private QualifiedName function() {
    return draft.triggerNames().sync();
  }

  private String trigger() {
    return draft.triggerNames().trigger(1);
  }

  List<String> create() {
    return List.of(
        "CREATE TABLE %s (LIKE %s%s)"
            .formatted(
                table().quoted(),
                target.quoted(),
                target.key().isEmpty()
                    ? ""
                    : ", PRIMARY KEY (%s)"
                        .formatted(
                            target.key().stream()
                                .map(Identifier::quoted)
                                .collect(Collectors.joining(", ")))),
        """
        CREATE FUNCTION %1$s() RETURNS trigger
            LANGUAGE plpgsql
            AS $deed$
        BEGIN
            INSERT INTO %2$s SELECT old.* WHERE %3$s;
            RETURN old;
        END
        $deed$\
        """
            .formatted(
                function().quoted(),
                table().quoted(),
                orphan.replace(target.quoted() + ".", "old.")),
        "CREATE TRIGGER %s BEFORE DELETE ON %s FOR EACH ROW EXECUTE FUNCTION %s()"
            .formatted(trigger(), target.quoted(), function().quoted()));
  }

  /// After the foreign key is gone.
  List<String> drop() {
    return List.of(
        "INSERT INTO %s SELECT * FROM %s".formatted(target.quoted(), table().quoted()),
        "DROP TRIGGER %s ON %s".formatted(trigger(), target.quoted()),
        "DROP FUNCTION %s()".formatted(function().quoted()),
        "DROP TABLE " + table().quoted());
  }
}
