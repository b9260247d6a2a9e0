package dev.deed.ownership;

import dev.deed.sql.DatabaseName;
import dev.deed.sql.QualifiedName;
import dev.deed.sql.ServiceName;
import dev.deed.sql.SourceFile;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import java.util.function.Supplier;

/// The ownership file's answers: which service owns each table, and which others may use it.
public final class OwnershipMap {

  private final SourceFile file;
  private final SortedMap<DatabaseName, Database> databases;
  private final SortedMap<ServiceName, Service> services;
  private final Claims claims;
  private final List<Consumer> consumers;
  private final List<Pin> pins;
  private final List<Allowance> allowances;
  private final List<NamedScope> scopes;

  public OwnershipMap(
      SourceFile file,
      SortedMap<DatabaseName, Database> databases,
      SortedMap<ServiceName, Service> services,
      Rights rights,
      List<NamedScope> scopes) {
    this.file = file;
    this.databases = Collections.unmodifiableSortedMap(new TreeMap<>(databases));
    this.services = Collections.unmodifiableSortedMap(new TreeMap<>(services));
    this.claims = new Claims(rights.claims());
    this.consumers = rights.consumers();
    this.pins = rights.pins();
    this.allowances = rights.allowances();
    this.scopes = List.copyOf(scopes);
  }

  public record Rights(
      List<Claim> claims, List<Consumer> consumers, List<Pin> pins, List<Allowance> allowances) {
    public Rights {
      allowances = List.copyOf(allowances);
      claims = List.copyOf(claims);
      consumers = List.copyOf(consumers);
      pins = List.copyOf(pins);
    }
  }

  /// The ownership file itself.
  public SourceFile file() {
    return file;
  }

  public Collection<Database> databases() {
    return databases.values();
  }

  public Collection<Service> services() {
    return services.values();
  }

  public List<Claim> claims() {
    return claims.all();
  }

  /// @param each called with every claim and those before it in the file that may contradict it
  public void eachWithRivals(BiConsumer<Claim, Supplier<List<Claim>>> each) {
    new Rivals().forEach(claims.all(), each);
  }

  /// All claims that match a table.
  public List<Claim> claimsOn(DatabaseName database, QualifiedName table) {
    return claims.about(database, table.name()).stream()
        .filter(c -> matches(c.pattern(), database, table))
        .toList();
  }

  public List<Consumer> consumers() {
    return consumers;
  }

  public List<Pin> pins() {
    return pins;
  }

  public List<Allowance> allowances() {
    return allowances;
  }

  /// The named parts of the migrations.
  public List<NamedScope> scopes() {
    return scopes;
  }

  /// The same without the grants that have ended.
  public OwnershipMap on(LocalDate today) {
    var open = consumers.stream().filter(use -> !use.isExpired(today)).toList();
    return new OwnershipMap(
        file, databases, services, new Rights(claims.all(), open, pins, allowances), scopes);
  }

  public Optional<Service> serviceNamed(ServiceName name) {
    return Optional.ofNullable(services.get(name));
  }

  public Optional<Database> databaseNamed(DatabaseName name) {
    return Optional.ofNullable(databases.get(name));
  }

  /// The most specific claim decides.
  public Owner ownerOf(DatabaseName database, QualifiedName table) {
    var strongest = new ArrayList<Claim>();
    for (var claim : claims.about(database, table.name())) {
      if (matches(claim.pattern(), database, table)) {
        keepStrongest(strongest, claim);
      }
    }
    if (strongest.isEmpty()) {
      return new Owner.Unowned();
    }
    var first = strongest.getFirst();
    return strongest.stream().allMatch(c -> c.service().equals(first.service()))
        ? new Owner.OwnedBy(first.service(), first)
        : new Owner.Contested(strongest);
  }

  private static void keepStrongest(List<Claim> strongest, Claim claim) {
    var order =
        strongest.isEmpty()
            ? 0
            : TablePattern.BY_SPECIFICITY.compare(claim.pattern(), strongest.getFirst().pattern());
    if (order > 0) {
      strongest.clear();
    }
    if (order >= 0) {
      strongest.add(claim);
    }
  }

  /// The services that may use this table without owning it, as granted in the ownership file.
  public List<Consumer> consumersOf(DatabaseName database, QualifiedName table) {
    return consumers.stream()
        .filter(c -> c.database().equals(database) && matches(c.pattern(), database, table))
        .toList();
  }

  /// The only database in which a table of this name may exist, if the file pins it to one.
  public Optional<Pin> pinOf(QualifiedName table) {
    return pins.stream()
        .filter(p -> p.pattern().matches(table, searchPathOf(p, table)))
        .max((a, b) -> TablePattern.BY_SPECIFICITY.compare(a.pattern(), b.pattern()));
  }

  private static List<String> searchPathOf(Pin pin, QualifiedName table) {
    return pin.pattern().schema() == null && table.schema() != null
        ? List.of(table.schema())
        : List.of();
  }

  /// The service that would own every table of this schema.
  public Optional<ServiceName> ownerOfSchema(DatabaseName database, String schema) {
    var owners =
        claims.all().stream()
            .filter(c -> c.database().equals(database))
            .filter(c -> c.pattern().coversSchema(schema, searchPath(database)))
            .sorted((a, b) -> TablePattern.BY_SPECIFICITY.compare(b.pattern(), a.pattern()))
            .map(Claim::service)
            .toList();
    return owners.isEmpty() ? Optional.empty() : Optional.of(owners.getFirst());
  }

  /// The only service with claims in this database.
  public Optional<ServiceName> soleOwner(DatabaseName database) {
    var owners = claims.owners(database);
    return owners.size() == 1 ? Optional.of(owners.iterator().next()) : Optional.empty();
  }

  private boolean matches(TablePattern pattern, DatabaseName database, QualifiedName table) {
    return pattern.matches(table, searchPath(database));
  }

  public List<String> searchPath(DatabaseName database) {
    var known = databases.get(database);
    return known == null ? List.of("public") : known.searchPath();
  }
}
