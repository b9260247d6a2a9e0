package dev.deed.sql.replay;

import dev.deed.sql.effect.AttachedEffect;
import dev.deed.sql.effect.AttachedEffect.AltersPolicy;
import dev.deed.sql.effect.AttachedEffect.CreatesPolicy;
import dev.deed.sql.effect.AttachedEffect.CreatesRule;
import dev.deed.sql.effect.AttachedEffect.CreatesTrigger;
import dev.deed.sql.effect.Effect.NamesObject;
import dev.deed.sql.effect.Firing;
import dev.deed.sql.effect.ObjectKind;
import dev.deed.sql.effect.ObjectName;
import dev.deed.sql.schema.Attributes;
import dev.deed.sql.schema.RelationPart.Policy;
import dev.deed.sql.schema.RelationPart.Rule;
import dev.deed.sql.schema.RelationPart.RuleText;
import dev.deed.sql.schema.RelationPart.Trigger;
import dev.deed.sql.script.Statement;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.stream.Stream;

/// Triggers, rules and policies.
final class AttachedReplay {

  private final ReplaySession surrounding;
  private final SchemaState state;

  AttachedReplay(ReplaySession surrounding) {
    this.surrounding = surrounding;
    this.state = surrounding.state;
  }

  /// @param statement of the effect: it names the objects that the definition uses
  void apply(AttachedEffect effect, Statement statement) {
    switch (effect) {
      case CreatesTrigger creates -> create(creates);
      case CreatesRule creates ->
          create(creates, joined(uses(statement), columns(creates, statement)));
      case CreatesPolicy creates -> create(creates, uses(statement));
      case AltersPolicy alters -> alter(alters, uses(statement));
    }
  }

  private List<ObjectName> uses(Statement statement) {
    return NamedObjects.in(statement.effects(), state, surrounding.names());
  }

  /// Of the rule's own table, as `old.c`, `new.c`: PostgreSQL drops none of them without the rule.
  private List<ObjectName> columns(CreatesRule creates, Statement statement) {
    var table = surrounding.names().relation(creates.table());
    return Stream.concat(statement.effects().stream(), creates.effects().stream())
        .filter(NamesObject.class::isInstance)
        .map(e -> ((NamesObject) e).object())
        .filter(o -> o.kind() == ObjectKind.COLUMN)
        .filter(o -> surrounding.names().relation(o.name()).equals(table))
        .map(o -> SchemaState.columnName(table, o.own()))
        .filter(state::has)
        .toList();
  }

  private ObjectName name(ObjectKind kind, AttachedEffect effect) {
    return ObjectName.part(kind, surrounding.names().relation(effect.table()), effect.name());
  }

  private Attributes attributes(ObjectName name) {
    var before = state.get(name);
    return before == null ? Attributes.NONE : before.attributes();
  }

  private void create(CreatesTrigger creates) {
    var name = name(ObjectKind.TRIGGER, creates);
    var names = surrounding.names();
    var fires = creates.fires();
    var from = fires.fromTable();
    var resolved =
        fires
            .copy()
            .when(surrounding.expressions().optional(fires.when()))
            .fromTable(from == null ? null : names.relation(from))
            .definition();
    var trigger =
        new Trigger(
            name,
            resolved,
            names.function(creates.function()),
            creates.arguments(),
            Firing.ORIGIN,
            false,
            attributes(name));
    state.put(trigger);
    var table = state.table(name.name());
    if (table != null && table.partitionBy() != null && fires.forEachRow()) {
      state.children(table.name()).forEach(c -> Inheritance.inheritTrigger(state, c, trigger));
    }
  }

  private void create(CreatesRule creates, List<ObjectName> uses) {
    var name = name(ObjectKind.RULE, creates);
    var text = new StringBuilder("ON ").append(creates.event().name());
    text.append(" TO ").append(name.name().quoted());
    var where = surrounding.expressions().optional(creates.where());
    if (where != null) {
      text.append(" WHERE ").append(ObjectSpeller.normal(state, name.name(), where));
    }
    text.append(creates.instead() ? " DO INSTEAD " : " DO ");
    var actions = creates.actions();
    text.append(actions.size() == 1 ? actions.getFirst() : "(" + String.join("; ", actions) + ")");
    state.put(
        new Rule(
            name,
            new RuleText(text.toString()),
            creates.event(),
            creates.instead(),
            creates.effects(),
            uses,
            Firing.ORIGIN,
            attributes(name)));
  }

  private void create(CreatesPolicy creates, List<ObjectName> uses) {
    var name = name(ObjectKind.POLICY, creates);
    state.put(
        new Policy(
            name,
            creates.permissive(),
            creates.command(),
            roles(creates.roles()),
            surrounding.expressions().optional(creates.using()),
            surrounding.expressions().optional(creates.check()),
            uses,
            attributes(name)));
  }

  /// An empty list means every role.
  private static List<String> roles(List<String> written) {
    return written.equals(List.of("public")) ? List.of() : written.stream().sorted().toList();
  }

  /// What the unchanged part uses is not told apart: it stays.
  private void alter(AltersPolicy alters, List<ObjectName> uses) {
    if (!(state.get(name(ObjectKind.POLICY, alters)) instanceof Policy policy)) {
      return;
    }
    var expressions = surrounding.expressions();
    state.put(
        new Policy(
            policy.name(),
            policy.permissive(),
            policy.command(),
            alters.roles() == null ? policy.roles() : roles(alters.roles()),
            alters.using() == null ? policy.using() : expressions.resolve(alters.using()),
            alters.check() == null ? policy.check() : expressions.resolve(alters.check()),
            joined(policy.uses(), uses),
            policy.attributes()));
  }

  private static List<ObjectName> joined(List<ObjectName> first, List<ObjectName> second) {
    var joined = new LinkedHashSet<>(first);
    joined.addAll(second);
    return List.copyOf(joined);
  }
}
