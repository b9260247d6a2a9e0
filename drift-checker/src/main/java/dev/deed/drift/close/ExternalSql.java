package dev.deed.drift.close;

import dev.deed.sql.schema.SchemaObject.External;
import java.util.regex.Pattern;

/// What a dump says of objects that it does not create.
final class ExternalSql {

  private static final Pattern GRANT = Pattern.compile("(grant|revoke) (.*) (to|from) (.*)");

  private ExternalSql() {}

  static Lines changed(External before, External after) {
    var lines = new Lines();
    var target = PrivilegeSql.target(after.name());
    for (var change : before.changes()) {
      var found = GRANT.matcher(change);
      if (!after.changes().contains(change) && found.matches()) {
        var revoked = found.group(1).equals("revoke");
        lines.add(
            "%s %s ON %s %s %s"
                .formatted(
                    revoked ? "GRANT" : "REVOKE",
                    found.group(2),
                    target,
                    revoked ? "TO" : "FROM",
                    found.group(4)));
      }
    }
    for (var change : after.changes()) {
      if (!before.changes().contains(change)) {
        var found = GRANT.matcher(change);
        lines.add(
            found.matches()
                ? "%s %s ON %s %s %s"
                    .formatted(
                        found.group(1), found.group(2), target, found.group(3), found.group(4))
                : change);
      }
    }
    return lines;
  }
}
