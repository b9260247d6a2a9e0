package dev.deed.ownership.check;

import dev.deed.sql.QualifiedName;
import dev.deed.sql.Span;
import dev.deed.sql.effect.Access;
import dev.deed.sql.effect.ObjectAccess;
import dev.deed.sql.effect.ObjectKind;
import dev.deed.sql.effect.ObjectName;
import dev.deed.sql.script.Directive;
import dev.deed.sql.script.Script;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/// What `-- deed: touches <table> <access>` declares for the next statement. `touches nothing`
/// declares that the statement touches no tables.
///
/// @param wrong directives that cannot be read
record TouchesDirective(boolean any, List<ObjectAccess> touches, List<Directive> wrong) {

  public TouchesDirective {
    touches = List.copyOf(touches);
    wrong = List.copyOf(wrong);
  }

  private static final String NAME = "((?:\"(?:[^\"]|\"\")+\"|[^\\s\".]+))";
  private static final Pattern FORM =
      Pattern.compile("(?:" + NAME + "\\.)?" + NAME + "\\s+(reads|references|writes|defines)");

  static TouchesDirective of(Script script, int statement) {
    var touches = new ArrayList<ObjectAccess>();
    var wrong = new ArrayList<Directive>();
    var any = false;
    for (var directive : script.directives()) {
      if (directive.name().equals("touches") && directive.nextStatement() == statement) {
        any = true;
        read(directive, touches, wrong);
      }
    }
    return new TouchesDirective(any, touches, wrong);
  }

  private static void read(Directive directive, List<ObjectAccess> touches, List<Directive> wrong) {
    var matcher = FORM.matcher(directive.arguments());
    if (matcher.matches()) {
      var schema = matcher.group(1) == null ? null : folded(matcher.group(1));
      var name = QualifiedName.of(schema, folded(matcher.group(2)));
      touches.add(touch(name, access(matcher.group(3)), directive.span()));
    } else if (!directive.arguments().equals("nothing")) {
      wrong.add(directive);
    }
  }

  private static ObjectAccess touch(QualifiedName name, Access access, Span span) {
    return ObjectAccess.of(ObjectName.of(ObjectKind.RELATION, name), access, null, span);
  }

  private static Access access(String word) {
    return switch (word) {
      case "defines" -> Access.DEFINES;
      case "writes" -> Access.WRITES;
      case "references" -> Access.REFERENCES;
      default -> Access.READS;
    };
  }

  /// Lower case unless quoted, as in PostgreSQL.
  private static String folded(String name) {
    return name.startsWith("\"")
        ? name.substring(1, name.length() - 1).replace("\"\"", "\"")
        : name.toLowerCase(Locale.ROOT);
  }
}
