package dev.deed.ownership.check;

import dev.deed.ownership.Claim;
import dev.deed.ownership.Consumer;
import dev.deed.ownership.Database;
import dev.deed.ownership.Glob;
import dev.deed.ownership.OwnershipMap;
import dev.deed.ownership.Service;
import dev.deed.ownership.TablePattern;
import dev.deed.ownership.file.YamlText;
import dev.deed.sql.DatabaseName;
import dev.deed.sql.Finding;
import dev.deed.sql.Finding.Subject;
import dev.deed.sql.QualifiedName;
import dev.deed.sql.RuleName;
import dev.deed.sql.ServiceName;
import dev.deed.sql.Severity;
import dev.deed.sql.SourceFile;
import dev.deed.sql.Span;
import dev.deed.sql.effect.Access;
import dev.deed.sql.effect.ObjectName;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Builds the ownership findings for one script: which service runs it, in which database, and whom
/// to ask.
public record OwnershipMessages(
    OwnershipMap map, DatabaseName database, ServiceName service, SourceFile file) {

  Finding finding(
      RuleName rule, Severity severity, Span span, String message, String advice, Subject subject) {
    return new Finding(rule, severity, file, span, message, advice, List.of(subject));
  }

  Finding error(RuleName rule, Span span, String message, String advice, Subject subject) {
    return finding(rule, Severity.ERROR, span, message, advice, subject);
  }

  /// An object with its owner and the team to ask.
  Subject subject(ObjectName object, @Nullable ServiceName owner) {
    var found = owner == null ? Optional.<Service>empty() : map.serviceNamed(owner);
    return new Subject(
        object.words(),
        owner == null ? null : owner.text(),
        found.map(Service::team).orElse(null),
        found.map(Service::contact).orElse(null));
  }

  /// The service that claims every table of the object's schema, where this service claims none of
  /// them. The schemas of the search path are for all.
  Optional<ServiceName> foreignOwnerOfSchema(ObjectName object) {
    var schema = object.kind().isInSchema() ? object.name().schema() : null;
    return schema == null ? Optional.empty() : foreignOwnerOfSchema(schema);
  }

  Optional<ServiceName> foreignOwnerOfSchema(String schema) {
    if (map.searchPath(database).contains(schema) || hasPlaceIn(schema)) {
      return Optional.empty();
    }
    return map.ownerOfSchema(database, schema).filter(owner -> !owner.equals(service));
  }

  /// Whether other services have tables in the schema, as those on the search path.
  boolean sharesSchema(String schema) {
    var isOnPath = map.searchPath(database).contains(schema);
    return map.ownerOfSchema(database, schema).filter(service::equals).isEmpty()
        && map.claims().stream()
            .filter(claim -> claim.database().equals(database) && !claim.service().equals(service))
            .map(claim -> claim.pattern().schema())
            .anyMatch(pattern -> pattern == null ? isOnPath : pattern.matches(schema));
  }

  private boolean hasPlaceIn(String schema) {
    return map.claims().stream()
        .filter(claim -> claim.database().equals(database) && claim.service().equals(service))
        .map(claim -> claim.pattern().schema())
        .anyMatch(pattern -> pattern != null && pattern.matches(schema));
  }

  /// The role that runs the service's migrations, null if the ownership file has none.
  @Nullable String ownRole() {
    return map.serviceNamed(service).map(Service::role).orElse(null);
  }

  /// `Data API (#data-api)`: the team and its contact, where the ownership file has them.
  String peopleOf(ServiceName owner) {
    var found = map.serviceNamed(owner);
    var team = found.map(Service::team).orElse("service " + owner + "'s team");
    return found.map(Service::contact).map(c -> "%s (%s)".formatted(team, c)).orElse(team);
  }

  /// The consumers of an object, except for the service itself.
  List<Finding.Consumer> consumersOf(ObjectOwner object) {
    return new ConsumerList(map, database).of(object, service);
  }

  String folderOf(ServiceName owner) {
    var folder = map.databaseNamed(database).map(Database::migrations);
    return folder
        .map(f -> f.resolve(owner.text()).toString().replace('\\', '/') + "/")
        .orElse("a folder of service " + owner);
  }

  /// The lines of YAML that grant this access.
  String useToAdd(QualifiedName table, Access access) {
    return "add under services.%s.uses.%s in %s:\n- {table: %s, access: %s}"
        .formatted(service, database, map.file(), pattern(table), words(access));
  }

  String claimToAdd(QualifiedName table, ServiceName owner) {
    return "add %s to services.%s.owns.%s in %s"
        .formatted(pattern(table), owner, database, map.file());
  }

  static String words(Access access) {
    return access.name().toLowerCase(Locale.ROOT);
  }

  /// A table as a pattern of the ownership file, quoted as YAML wants it.
  public String pattern(QualifiedName table) {
    var schema = table.schema();
    var inPath = schema == null || map.searchPath(database).contains(schema);
    var name = new Glob(List.of(table.name()));
    var pattern = new TablePattern(inPath ? null : new Glob(List.of(String.valueOf(schema))), name);
    return YamlText.of(pattern.toString());
  }

  /// The strongest access that this service was granted on a table.
  Optional<Access> granted(QualifiedName table) {
    return map.consumersOf(database, table).stream()
        .filter(c -> c.service().equals(service))
        .map(Consumer::access)
        .min(Access::compareTo);
  }

  /// Where a claim is in the file: `"*", schema-ownership.yaml:12`.
  String place(Claim claim) {
    return "%s, %s:%d".formatted(claim.pattern(), map.file(), claim.span().line());
  }
}
