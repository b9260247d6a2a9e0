package dev.deed.ownership.check;

import dev.deed.ownership.OwnershipRules;
import dev.deed.sql.Finding;
import dev.deed.sql.effect.ObjectEffect.Creates;
import dev.deed.sql.effect.ObjectKind;
import dev.deed.sql.effect.ObjectName;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/// Finds casts that a service creates on types of another service while it owns neither side: they
/// change what the owner's statements mean. PostgreSQL itself asks for the owner of one of the
/// types.
final class CastCheck {

  private final OwnershipMessages asking;
  private final OwnedStatement statement;

  private CastCheck(OwnershipMessages asking, OwnedStatement statement) {
    this.asking = asking;
    this.statement = statement;
  }

  static List<Finding> of(OwnershipMessages asking, OwnedStatement statement) {
    var check = new CastCheck(asking, statement);
    var findings = new ArrayList<Finding>();
    for (var effect : statement.effects()) {
      if (effect instanceof Creates creates && creates.object().kind() == ObjectKind.CAST) {
        findings.addAll(check.check(creates));
      }
    }
    return findings;
  }

  private List<Finding> check(Creates cast) {
    var sides = Set.of(cast.object().name().name(), lastName(cast.object().castTarget()));
    var types = statement.accesses().stream().filter(a -> isSide(a, sides)).toList();
    if (types.stream().anyMatch(a -> a.service().filter(asking.service()::equals).isPresent())) {
      return List.of();
    }
    var findings = new ArrayList<Finding>();
    for (var type : types) {
      type.service()
          .ifPresent(owner -> {
            var object = type.owner().object();
            findings.add(
                asking.error(
                    OwnershipRules.NOT_OWNER,
                    type.span(),
                    "service %s creates a cast on %s, which service %s created: it changes what the statements of %s mean"
                        .formatted(asking.service(), object.words(), owner, owner),
                    "ask %s to make this change, in %s"
                        .formatted(asking.peopleOf(owner), asking.folderOf(owner)),
                    asking.subject(object, owner)));
          });
    }
    return findings;
  }

  private static boolean isSide(StatementAccess access, Set<String> sides) {
    ObjectName object = access.owner().object();
    return (object.kind() == ObjectKind.TYPE || object.kind().isRelation())
        && sides.contains(object.name().name());
  }

  private static String lastName(String type) {
    return type.substring(type.lastIndexOf('.') + 1).replace("[]", "").replace("\"", "");
  }
}
