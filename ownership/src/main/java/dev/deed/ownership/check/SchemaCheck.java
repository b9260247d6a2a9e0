package dev.deed.ownership.check;

import dev.deed.ownership.OwnershipRules;
import dev.deed.sql.Finding;
import dev.deed.sql.Span;
import dev.deed.sql.effect.Effect;
import dev.deed.sql.effect.ObjectEffect.CreatesExtension;
import dev.deed.sql.effect.ObjectEffect.MovesToSchema;
import dev.deed.sql.effect.ObjectKind;
import dev.deed.sql.effect.ObjectName;
import dev.deed.sql.effect.PrivilegeEffect.ChangesDefaultPrivileges;
import dev.deed.sql.effect.RoutineEffect.CreatesRoutine;
import dev.deed.sql.effect.RoutineEffect.RunsBlock;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.Set;

/// Finds what a statement puts into a schema of which another service claims every table, apart
/// from tables and new objects: extensions, objects that are moved there, and privileges on all
/// that its owner will create; also where they are for every schema. In bodies too.
final class SchemaCheck {

  /// A moved table is checked as a new one of that name.
  private static final Set<ObjectKind> TABLES =
      EnumSet.of(ObjectKind.TABLE, ObjectKind.FOREIGN_TABLE, ObjectKind.RELATION);

  private final OwnershipMessages asking;
  private final boolean isShared;
  private final Span whole;
  private final Set<Finding> findings = new LinkedHashSet<>();

  private SchemaCheck(OwnershipMessages asking, boolean isShared, Span whole) {
    this.asking = asking;
    this.isShared = isShared;
    this.whole = whole;
  }

  /// @param isShared whether another service owns tables in the database
  static Set<Finding> of(OwnershipMessages asking, boolean isShared, OwnedStatement statement) {
    var check = new SchemaCheck(asking, isShared, statement.resolved().statement().span());
    statement.effects().forEach(check::check);
    return check.findings;
  }

  private void check(Effect effect) {
    switch (effect) {
      case CreatesExtension creates when creates.schema() != null ->
          check(creates.schema(), creates.object().words(), creates.span());
      case MovesToSchema moves when !TABLES.contains(moves.object().kind()) ->
          check(moves.newSchema(), moves.object().words(), moves.span());
      case ChangesDefaultPrivileges changes -> {
        changes.schemas().forEach(s -> check(s, "default privileges", changes.span()));
        if (changes.forRoles().isEmpty()) {
          checkCreations(changes);
        }
      }
      case CreatesRoutine creates -> creates.body().effects().forEach(this::check);
      case RunsBlock runs -> runs.body().effects().forEach(this::check);
      default -> {}
    }
  }

  /// They are for everything that the current role creates, in every schema if none is named: where
  /// services have no roles of their own, also for what the others create.
  private void checkCreations(ChangesDefaultPrivileges changes) {
    var shared = changes.schemas().stream().filter(asking::sharesSchema).toList();
    if (!isShared
        || asking.ownRole() != null
        || (shared.isEmpty() && !changes.schemas().isEmpty())) {
      return;
    }
    findings.add(
        asking.error(
            OwnershipRules.NOT_OWNER,
            within(changes.span()),
            "service %s changes the privileges on all %ss that its role will create, in %s: other services create theirs under the same role"
                .formatted(
                    asking.service(),
                    changes.kind().words(),
                    shared.isEmpty() ? "every schema" : "schema " + String.join(", ", shared)),
            shared.isEmpty()
                ? "add IN SCHEMA <schema of service %s>, or give each service its own role: in %s"
                    .formatted(asking.service(), asking.map().file())
                : "write GRANT for each table of service %s, or give each service its own role: in %s"
                    .formatted(asking.service(), asking.map().file()),
            asking.subject(
                ObjectName.defaultPrivileges("current_user", null, changes.kind()), null)));
  }

  private Span within(Span span) {
    return span.start() >= whole.start() && span.end() <= whole.end() ? span : whole;
  }

  private void check(String schema, String what, Span span) {
    asking
        .foreignOwnerOfSchema(schema)
        .ifPresent(owner ->
            findings.add(
                asking.error(
                    OwnershipRules.NOT_OWNER,
                    within(span),
                    "service %s puts %s in schema %s, of which service %s owns every table"
                        .formatted(asking.service(), what, schema, owner),
                    "name another schema, or claim the tables of service %s in that schema; otherwise ask %s to make this change, in %s"
                        .formatted(
                            asking.service(), asking.peopleOf(owner), asking.folderOf(owner)),
                    asking.subject(ObjectName.of(ObjectKind.SCHEMA, schema), owner))));
  }
}
