package dev.deed.cli.job;

import dev.deed.ownership.Allowance;
import dev.deed.ownership.Claim;
import dev.deed.ownership.Consumer;
import dev.deed.ownership.Owner;
import dev.deed.ownership.Service;
import dev.deed.ownership.file.OwnershipFile;
import dev.deed.sql.DatabaseName;
import dev.deed.sql.Finding;
import dev.deed.sql.Finding.Subject;
import dev.deed.sql.QualifiedName;
import dev.deed.sql.RuleName;
import dev.deed.sql.ServiceName;
import dev.deed.sql.Severity;
import dev.deed.sql.Span;
import dev.deed.sql.effect.Access;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// What a change of the ownership file gives and takes: rights, with both sides' owners, and the
/// guards that it weakens. A reviewer sees it without reading YAML.
final class OwnershipChange {

  static final RuleName GIVEN = new RuleName("right-given");
  static final RuleName TAKEN = new RuleName("right-taken");
  static final RuleName WEAKENED = new RuleName("guard-weakened");

  private final OwnershipFile before;
  private final OwnershipFile now;
  private final Map<DatabaseName, Set<QualifiedName>> tables;
  private final List<Finding> findings = new ArrayList<>();

  private OwnershipChange(
      OwnershipFile before, OwnershipFile now, Map<DatabaseName, Set<QualifiedName>> tables) {
    this.before = before;
    this.now = now;
    this.tables = tables;
  }

  /// @param tables that the migrations make, of each database
  static List<Finding> between(
      OwnershipFile before, OwnershipFile now, Map<DatabaseName, Set<QualifiedName>> tables) {
    var change = new OwnershipChange(before, now, tables);
    change.compareOwners();
    change.compareUses();
    change.compareAllowances();
    new GuardChanges(before, now, change::weakened).compare();
    return change.findings;
  }

  /// @param from null where no service owned it
  /// @param to null where no service owns it now
  private record Move(DatabaseName database, @Nullable ServiceName from, @Nullable ServiceName to) {

    String words(String tables) {
      var what = "%s in %s".formatted(tables, database);
      if (from == null) {
        return "this change lets service %s own %s, which no service owned".formatted(to, what);
      }
      return to == null
          ? "this change leaves %s without an owner; service %s owned it".formatted(what, from)
          : "this change moves %s from service %s to service %s".formatted(what, from, to);
    }
  }

  /// By table where there are tables, for what a claim means is decided by all claims together.
  private void compareOwners() {
    var moves = new LinkedHashMap<Move, List<String>>();
    tables.forEach((database, names) -> {
      for (var table : names) {
        var from = ownerOf(before, database, table).orElse(null);
        var to = ownerOf(now, database, table).orElse(null);
        if (!Objects.equals(from, to)) {
          moves
              .computeIfAbsent(new Move(database, from, to), _ -> new ArrayList<>())
              .add(shown(database, table));
        }
      }
    });
    moves.forEach((move, names) -> {
      var what = String.join(", ", names);
      var services = Stream.of(move.from(), move.to()).filter(Objects::nonNull).toList();
      var to = move.to();
      add(
          to == null ? TAKEN : GIVEN,
          to == null ? Span.NONE : spanOf(to),
          move.words(what),
          services,
          what);
    });
    compareClaims();
  }

  private static Optional<ServiceName> ownerOf(
      OwnershipFile file, DatabaseName database, QualifiedName table) {
    return file.map().ownerOf(database, table) instanceof Owner.OwnedBy owned
        ? Optional.of(owned.service())
        : Optional.empty();
  }

  private String shown(DatabaseName database, QualifiedName table) {
    return now.map().searchPath(database).contains(String.valueOf(table.schema()))
        ? table.name()
        : table.toString();
  }

  private Span spanOf(ServiceName service) {
    return now.map().serviceNamed(service).map(Service::span).orElse(Span.NONE);
  }

  /// Claims on tables that are still to come.
  private void compareClaims() {
    var old = before.map().claims().stream().map(OwnershipChange::key).toList();
    var current = now.map().claims().stream().map(OwnershipChange::key).toList();
    for (var claim : now.map().claims()) {
      if (!old.contains(key(claim)) && matchesNothing(claim)) {
        var message =
            "this change lets service %s own %s in %s, where no table matches it yet"
                .formatted(claim.service(), claim.pattern(), claim.database());
        add(GIVEN, claim.span(), message, List.of(claim.service()), claim.pattern().toString());
      }
    }
    for (var claim : before.map().claims()) {
      if (!current.contains(key(claim)) && matchesNothing(claim)) {
        var message =
            "this change takes %s in %s from service %s, where no table matches it"
                .formatted(claim.pattern(), claim.database(), claim.service());
        add(TAKEN, Span.NONE, message, List.of(claim.service()), claim.pattern().toString());
      }
    }
  }

  private static String key(Claim claim) {
    return claim.service() + " " + claim.database() + " " + claim.pattern();
  }

  private boolean matchesNothing(Claim claim) {
    var path = now.map().searchPath(claim.database());
    return tables.getOrDefault(claim.database(), Set.of()).stream()
        .noneMatch(table -> claim.pattern().matches(table, path));
  }

  private void compareUses() {
    var old = before.map().consumers().stream().collect(Collectors.groupingBy(this::key));
    var current = now.map().consumers().stream().collect(Collectors.groupingBy(this::key));
    current.forEach((key, uses) -> {
      for (var use : uses) {
        var earlier = old.getOrDefault(key, List.of());
        if (earlier.stream().noneMatch(other -> isAtLeast(other, use))) {
          use(GIVEN, "this change lets service %s %s %s in %s%s", use, use.span());
        }
      }
    });
    old.forEach((key, uses) -> {
      for (var use : uses) {
        var later = current.getOrDefault(key, List.of());
        if (later.stream().noneMatch(other -> isAtLeast(other, use))) {
          var span = later.isEmpty() ? Span.NONE : later.getFirst().span();
          use(TAKEN, "after this change, service %s may no longer %s %s in %s%s", use, span);
        }
      }
    });
  }

  private String key(Consumer use) {
    return use.service() + " " + use.database() + " " + use.pattern();
  }

  /// Whether all that `wanted` grants is granted by `use`.
  private static boolean isAtLeast(Consumer use, Consumer wanted) {
    var columns =
        use.columns().isEmpty()
            || (!wanted.columns().isEmpty() && use.columns().containsAll(wanted.columns()));
    var end = use.until();
    var wantedEnd = wanted.until();
    var time = end == null || (wantedEnd != null && !end.isBefore(wantedEnd));
    return use.access().compareTo(wanted.access()) <= 0 && columns && time;
  }

  private void use(RuleName rule, String form, Consumer use, Span span) {
    var owners = ownersOf(use);
    var until = use.until() == null ? "" : " until " + use.until();
    var columns =
        use.columns().isEmpty() ? "" : " (%s only)".formatted(String.join(", ", use.columns()));
    var whose =
        owners.isEmpty()
            ? ", which no service owns"
            : ", which %s owns"
                .formatted(
                    owners.stream()
                        .map(ServiceName::text)
                        .distinct()
                        .collect(Collectors.joining(" or ")));
    var message =
        form.formatted(
            use.service(),
            verb(use.access()),
            use.pattern() + columns,
            use.database(),
            until + whose);
    var asked = new ArrayList<>(owners);
    asked.add(use.service());
    add(rule, span, message, asked, use.pattern().toString());
  }

  private static String verb(Access access) {
    return switch (access) {
      case DEFINES -> "define";
      case WRITES -> "write";
      case REFERENCES -> "reference";
      case READS -> "read";
    };
  }

  private List<ServiceName> ownersOf(Consumer use) {
    var path = now.map().searchPath(use.database());
    var matched =
        tables.getOrDefault(use.database(), Set.of()).stream()
            .filter(table -> use.pattern().matches(table, path))
            .flatMap(table -> ownerOf(now, use.database(), table).stream())
            .distinct()
            .toList();
    return matched.isEmpty()
        ? now.map().claims().stream()
            .filter(claim -> claim.database().equals(use.database()))
            .filter(claim -> claim.pattern().overlaps(use.pattern(), path))
            .map(Claim::service)
            .distinct()
            .toList()
        : matched;
  }

  private void compareAllowances() {
    for (var allowed : now.map().allowances()) {
      if (before.map().allowances().stream().noneMatch(other -> isSame(other, allowed))) {
        var message =
            "this change lets %s of service %s do what only service %s may: %s"
                .formatted(allowed.migration(), allowed.by(), allowed.owner(), allowed.reason());
        add(
            GIVEN,
            allowed.span(),
            message,
            List.of(allowed.owner(), allowed.by()),
            "migration " + allowed.migration());
      }
    }
    for (var allowed : before.map().allowances()) {
      if (now.map().allowances().stream().noneMatch(other -> isSame(other, allowed))) {
        var message =
            "after this change, service %s no longer allows %s of service %s"
                .formatted(allowed.owner(), allowed.migration(), allowed.by());
        add(
            TAKEN,
            Span.NONE,
            message,
            List.of(allowed.owner(), allowed.by()),
            "migration " + allowed.migration());
      }
    }
  }

  private static boolean isSame(Allowance a, Allowance b) {
    return a.migration().equals(b.migration())
        && a.owner().equals(b.owner())
        && a.by().equals(b.by());
  }

  private void weakened(Span span, String message) {
    findings.add(
        finding(
            WEAKENED, span, message, "ask the owners of the services that rely on it", List.of()));
  }

  private void add(
      RuleName rule, Span span, String message, List<ServiceName> services, String object) {
    var people =
        services.stream().distinct().map(ServiceName::text).collect(Collectors.joining(" and "));
    var subjects = services.stream().distinct().map(service -> subject(service, object)).toList();
    findings.add(
        finding(
            rule,
            span,
            message,
            "have %s review this change of %s".formatted(people, now.file()),
            subjects));
  }

  private Subject subject(ServiceName service, String object) {
    var known = now.map().serviceNamed(service).or(() -> before.map().serviceNamed(service));
    return new Subject(
        object,
        service.text(),
        known.map(Service::team).orElse(null),
        known.map(Service::contact).orElse(null));
  }

  private Finding finding(
      RuleName rule, Span span, String message, String advice, List<Subject> subjects) {
    return new Finding(rule, Severity.WARNING, now.file(), span, message, advice, subjects);
  }
}
