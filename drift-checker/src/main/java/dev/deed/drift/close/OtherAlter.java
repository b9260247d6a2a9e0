package dev.deed.drift.close;

import dev.deed.sql.Identifier;
import dev.deed.sql.QualifiedName;
import dev.deed.sql.effect.ObjectKind;
import dev.deed.sql.schema.CanonicalWords;
import dev.deed.sql.schema.FamilyMembers;
import dev.deed.sql.schema.ObjectSql;
import dev.deed.sql.schema.SchemaObject.Other;
import dev.deed.sql.schema.SchemaObject.Publication;
import dev.deed.sql.schema.TextSearchMappings;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/// Changes of objects that are their definition, where PostgreSQL does not need them to be created
/// again.
final class OtherAlter {

  private static final String OPTIONS = "options (";

  private OtherAlter() {}

  static boolean isPossible(Other before, Other after) {
    var sameChanges = before.changes().equals(after.changes());
    return switch (after.name().kind()) {
      case FOREIGN_DATA_WRAPPER, SERVER, USER_MAPPING ->
          sameChanges && head(before.definition()).equals(head(after.definition()));
      case EVENT_TRIGGER, STATISTICS, OPERATOR_FAMILY ->
          before.definition().equals(after.definition());
      case TEXT_SEARCH_CONFIGURATION ->
          before.definition().equals(TextSearchMappings.STANDARD)
              && after.definition().equals(TextSearchMappings.STANDARD);
      case SCHEMA -> true;
      default -> false;
    };
  }

  static Lines of(Other before, Other after) {
    var reference = ObjectSql.reference(after.name());
    return switch (after.name().kind()) {
      case FOREIGN_DATA_WRAPPER, SERVER, USER_MAPPING -> {
        var options = OptionSql.foreign(options(before.definition()), options(after.definition()));
        yield options.isEmpty() ? new Lines() : Lines.of("ALTER " + reference + " " + options);
      }
      case EVENT_TRIGGER ->
          Lines.of(
              "ALTER "
                  + reference
                  + " "
                  + (after.changes().isEmpty() ? "enable" : after.changes().getLast()));
      case STATISTICS ->
          Lines.of(
              "ALTER "
                  + reference
                  + " "
                  + (after.changes().isEmpty() ? "SET STATISTICS -1" : after.changes().getLast()));
      case OPERATOR_FAMILY -> family("ALTER " + reference + " ", before, after);
      case TEXT_SEARCH_CONFIGURATION -> {
        var lines = new Lines();
        TextSearchMappings.of(before.changes())
            .changesTo(TextSearchMappings.of(after.changes()))
            .forEach(change -> lines.add("ALTER " + reference + " " + change));
        yield lines;
      }
      default -> new Lines();
    };
  }

  /// Without its operator classes, which would go with it.
  private static Lines family(String alter, Other before, Other after) {
    var was = FamilyMembers.of(before.changes());
    var now = FamilyMembers.of(after.changes());
    var lines = new Lines();
    var gone = was.placesNotIn(now);
    if (!gone.isEmpty()) {
      lines.add(alter + "DROP " + String.join(", ", gone));
    }
    var added = now.membersNotIn(was);
    if (!added.isEmpty()) {
      lines.add(alter + "ADD " + String.join(", ", added));
    }
    return lines;
  }

  private static String head(String definition) {
    var at = definition.indexOf(OPTIONS);
    return at < 0 ? definition.strip() : definition.substring(0, at).strip();
  }

  private static SortedMap<String, String> options(String definition) {
    var options = new TreeMap<String, String>();
    var at = definition.indexOf(OPTIONS);
    if (at >= 0) {
      CanonicalWords.applyForeign(definition.substring(at + OPTIONS.length() - 1), options);
    }
    return options;
  }

  /// Whether the definition has a secret that a dump does not show.
  static boolean isSecret(Other other) {
    return other.definition().contains("'***'")
        && (other.name().kind() == ObjectKind.USER_MAPPING
            || other.name().kind() == ObjectKind.SUBSCRIPTION
            || other.name().kind() == ObjectKind.SERVER);
  }

  static Lines of(Publication before, Publication after) {
    var lines = new Lines();
    var alter = "ALTER PUBLICATION " + ObjectSql.called(after.name()) + " ";
    var isSame = before.tables().equals(after.tables()) && before.schemas().equals(after.schemas());
    if (!isSame) {
      var wanted = published(after.tables(), List.copyOf(after.schemas()));
      if (wanted.isEmpty()) {
        var gone = published(withoutDetails(before.tables()), List.copyOf(before.schemas()));
        lines.add(alter + "DROP " + String.join(", ", gone));
      } else {
        lines.add(alter + "SET " + String.join(", ", wanted));
      }
    }
    var options = new TreeMap<>(after.options());
    before.options().keySet().forEach(o -> options.putIfAbsent(o, usual(o)));
    options.entrySet().removeIf(o -> o.getValue().equals(before.options().get(o.getKey())));
    if (!options.isEmpty()) {
      lines.add(alter + "SET (" + ObjectSql.publicationOptions(options) + ")");
    }
    return lines;
  }

  private static Map<QualifiedName, String> withoutDetails(Map<QualifiedName, String> tables) {
    var bare = new TreeMap<QualifiedName, String>();
    tables.keySet().forEach(t -> bare.put(t, ""));
    return bare;
  }

  private static String usual(String option) {
    return switch (option) {
      case "publish" -> "insert, update, delete, truncate";
      case "publish_generated_columns" -> "none";
      default -> "false";
    };
  }

  private static List<String> published(Map<QualifiedName, String> tables, List<String> schemas) {
    var list = new ArrayList<String>();
    tables.forEach((table, how) ->
        list.add(
            (list.isEmpty() ? "TABLE ONLY " : "ONLY ") + (table.quoted() + " " + how).strip()));
    schemas.forEach(s -> list.add("TABLES IN SCHEMA " + Identifier.quoted(s)));
    return list;
  }
}
