package dev.deed.expand;

import dev.deed.expand.Request.RenameTable;
import dev.deed.sql.Identifier;
import dev.deed.sql.schema.RelationSql;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/// A table gets another name; a view keeps the old one, for reads and writes, until nothing uses
/// it.
record TableRename(TargetTable target, ExpandSettings settings, RenameTable request) {

  /// From this version on, a view can run with the rights of its user.
  private static final int SECURITY_INVOKER = 15;

  Story story() {
    var obstacles = new Obstacles(target, settings);
    var newName = target.name().renamed(request.newName());
    if (target.schema().names().stream()
        .anyMatch(n -> n.kind().isRelation() && n.name().equals(newName))) {
      obstacles.add(
          "there is a relation %s already".formatted(newName.dotted()), "choose another name");
    }
    if (Names.bytes(request.newName()) > Names.LONGEST) {
      obstacles.add(
          "the name %s has more than %d bytes: PostgreSQL would cut it"
              .formatted(request.newName(), Names.LONGEST),
          "choose a shorter name");
    }
    if (target.table().partition() != null) {
      obstacles.add(
          "%s is a partition".formatted(target.name().dotted()),
          "rename it by a migration of your own: code uses its parent");
    }
    if (target.table().rowSecurity().enabled() && settings.postgres() < SECURITY_INVOKER) {
      obstacles.add(
          "%s has row security, which a view of its owner would pass by"
              .formatted(target.name().dotted()),
          "this needs PostgreSQL 15, where a view can run with its user's rights");
    }
    obstacles.refuse();
    var draft = new Draft(target, settings, request.operation(), "");
    var rename =
        "ALTER TABLE %s RENAME TO %s"
            .formatted(target.quoted(), Identifier.quoted(request.newName()));
    var back =
        "ALTER TABLE %s RENAME TO %s"
            .formatted(newName.quoted(), Identifier.quoted(target.name().name()));
    var view = new ArrayList<>(view(newName.quoted()));
    var dropView = "DROP VIEW " + target.quoted();
    var up = new ArrayList<String>();
    up.add(rename);
    up.addAll(view);
    draft.file(
        Phase.EXPAND,
        "rename %s to %s, and keep the old name"
            .formatted(target.name().dotted(), request.newName()),
        up,
        List.of(dropView, back));
    draft.file(
        Phase.CONTRACT,
        "drop the old name of %s".formatted(newName.dotted()),
        List.of(dropView),
        view);
    draft.remark(
        "through the view, COPY %s FROM and TRUNCATE fail, and a new column is not seen: deploy such code first"
            .formatted(target.name().dotted()));
    return draft.story(null, null);
  }

  private List<String> view(String newName) {
    var statements = new ArrayList<String>();
    var columns =
        target.table().columns().stream().map(Identifier::quoted).collect(Collectors.joining(", "));
    statements.add(
        "CREATE VIEW %s%s AS SELECT %s FROM %s"
            .formatted(
                target.quoted(),
                settings.postgres() < SECURITY_INVOKER ? "" : " WITH (security_invoker = true)",
                columns,
                newName));
    statements.addAll(RelationSql.grants(target.table(), target.name()));
    return statements;
  }
}
