package dev.deed.ownership.propose;

import dev.deed.ownership.propose.Proposal.Alternative;
import dev.deed.ownership.propose.Proposal.ProposedDatabase;
import dev.deed.ownership.propose.Proposal.ProposedService;
import dev.deed.ownership.propose.Proposal.ProposedSource;
import dev.deed.ownership.propose.RepositoryFacts.Reasoned;
import dev.deed.ownership.teams.Codeowners;
import dev.deed.sql.QualifiedName;
import dev.deed.sql.Tool;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// Proposes databases and services. Tables are divided among services only where migrations can be
/// told apart by their folders, or where there are none: otherwise every later migration would
/// belong to one service and change the tables of another.
public final class Proposer {

  private static final String MAIN = "main";
  private static final String USUAL = "a usual name; no file names a variable for it";

  private final RepositoryFacts facts;
  private final List<ProposedDatabase> databases = new ArrayList<>();
  private final Map<String, Draft> services = new LinkedHashMap<>();
  private final List<Alternative> alternatives = new ArrayList<>();

  /// A service that grows.
  private static final class Draft {
    private final Reasoned name;
    private @Nullable Reasoned team;
    private @Nullable String role;
    private final SortedMap<String, List<String>> owns = new TreeMap<>();

    Draft(Reasoned name) {
      this.name = name;
    }

    ProposedService service() {
      return new ProposedService(name, team, role, owns);
    }
  }

  private Proposer(RepositoryFacts facts) {
    this.facts = facts;
  }

  public static Proposal of(RepositoryFacts facts) {
    var proposer = new Proposer(facts);
    var groups = DatabaseGroups.of(facts.sources());
    if (groups.isEmpty()) {
      proposer.withoutMigrations();
    }
    for (var group : groups) {
      proposer.database(
          group, groups.size() == 1, DatabaseGroups.division(group, groups).orElse(null));
    }
    proposer.lastUrl();
    return new Proposal(
        proposer.databases,
        proposer.services.values().stream().map(Draft::service).toList(),
        proposer.alternatives);
  }

  private void database(List<SourceFacts> group, boolean isOnly, @Nullable String division) {
    var live = isOnly ? facts.live() : null;
    var name = databaseName(group, live, isOnly);
    var units = units(group);
    var sources =
        group.stream()
            .map(source ->
                new ProposedSource(
                    source.path(),
                    source.tool(),
                    "%s: %s"
                        .formatted(source.path().isEmpty() ? "." : source.path(), source.reason()),
                    source.unread(),
                    unit(units, source),
                    source.placeholders()))
            .toList();
    databases.add(
        new ProposedDatabase(
            name.text(),
            division == null ? name.reason() : division,
            sources,
            postgres(live),
            division,
            Patterns.exactly(allOutside(group)),
            url(name.text(), isOnly)));
    var tables = new TreeSet<QualifiedName>();
    group.forEach(source -> tables.addAll(source.reach().creates()));
    if (live != null) {
      tables.addAll(live.tables().keySet());
    }
    if (Set.copyOf(units.values().stream().map(Reasoned::text).toList()).size() == 1) {
      var draft = draft(Objects.requireNonNull(units.get(group.getFirst())), group);
      var areAll = group.stream().allMatch(source -> source.unread() == 0);
      draft.owns.put(name.text(), Patterns.everything(tables, outside(group), areAll));
      alternatives(name.text(), tables, group, live);
    } else {
      divide(name.text(), group, units, tables);
    }
  }

  /// Where every file is SQL: others may create what these use.
  private Set<QualifiedName> outside(List<SourceFacts> group) {
    var outside = new TreeSet<QualifiedName>();
    if (group.stream().allMatch(source -> source.unread() == 0)) {
      for (var source : group) {
        var needs = new TreeSet<>(source.reach().needs());
        facts.sources().stream()
            .filter(other -> !other.equals(source))
            .forEach(other -> needs.removeAll(other.reach().creates()));
        outside.addAll(needs);
      }
    }
    return outside;
  }

  /// And what else was there, where tables were.
  private Set<QualifiedName> allOutside(List<SourceFacts> group) {
    var outside = outside(group);
    if (!outside.isEmpty()) {
      group.forEach(source -> outside.addAll(source.reach().lacks()));
    }
    return outside;
  }

  private static String unit(Map<SourceFacts, Reasoned> units, SourceFacts source) {
    return Objects.requireNonNull(units.get(source)).text();
  }

  private void divide(
      String database,
      List<SourceFacts> group,
      Map<SourceFacts, Reasoned> units,
      TreeSet<QualifiedName> tables) {
    var owned = new LinkedHashMap<String, TreeSet<QualifiedName>>();
    var taken = new HashSet<QualifiedName>();
    for (var source : group) {
      var unit = unit(units, source);
      var own = owned.computeIfAbsent(unit, _ -> new TreeSet<>());
      source.reach().creates().stream().filter(taken::add).forEach(own::add);
    }
    for (var source : group) {
      var unit = unit(units, source);
      var own = Objects.requireNonNull(owned.get(unit));
      var others = new TreeSet<>(tables);
      others.removeAll(own);
      var sourcesOf = group.stream().filter(s -> unit(units, s).equals(unit)).toList();
      var patterns = new ArrayList<>(unread(source, group, sourcesOf));
      if (!patterns.contains("*")) {
        patterns.addAll(Patterns.of(own, others));
      }
      draft(Objects.requireNonNull(units.get(source)), sourcesOf).owns.put(database, patterns);
    }
  }

  /// The tables of migrations that are not SQL: those of a Django app begin with its name, and
  /// those of Rails are the application's, which has the schema, rather than an engine's.
  private static List<String> unread(
      SourceFacts source, List<SourceFacts> group, List<SourceFacts> ofUnit) {
    if (source.unread() == 0) {
      return List.of();
    }
    return switch (source.tool()) {
      case DJANGO ->
          ofUnit.stream()
              .map(app -> Patterns.startingWith(label(app.path()) + "_"))
              .distinct()
              .toList();
      case RAILS ->
          group.stream()
              .min(Comparator.comparing((SourceFacts other) -> other.path().length()))
              .filter(ofUnit::contains)
              .map(_ -> List.of("*"))
              .orElse(List.of());
      default -> List.of();
    };
  }

  /// `shop` of `apps/shop/migrations`.
  private static String label(String migrations) {
    var app = migrations.replaceFirst("/[^/]*$", "");
    return app.substring(app.lastIndexOf('/') + 1).toLowerCase(Locale.ROOT);
  }

  /// The service of each folder: Backstage's component, or the folder's program; where CODEOWNERS
  /// gives the folders of one program to different teams, the teams.
  private Map<SourceFacts, Reasoned> units(List<SourceFacts> group) {
    var units = new LinkedHashMap<SourceFacts, Reasoned>();
    group.forEach(source -> units.put(source, UnitName.of(source.path(), facts)));
    var isOneProgram =
        units.values().stream().map(Reasoned::text).distinct().count() == 1
            || group.stream().map(source -> UnitName.top(source.path())).distinct().count() == 1;
    var teams = new LinkedHashMap<SourceFacts, Reasoned>();
    for (var source : group) {
      lineOf(source)
          .filter(line -> !slug(line).isEmpty())
          .ifPresent(line -> teams.put(source, new Reasoned(slug(line), reason(line))));
    }
    var areTeamsDifferent =
        teams.size() == group.size()
            && teams.values().stream().map(Reasoned::text).distinct().count() > 1;
    return isOneProgram && areTeamsDifferent ? teams : units;
  }

  private static String slug(Codeowners.Line line) {
    var owner = line.owners().getFirst();
    return UnitName.usable(owner.replaceFirst("@.*\\..*$", "").replaceFirst("^@?(?:.*/)?", ""));
  }

  private Optional<Codeowners.Line> lineOf(SourceFacts source) {
    var codeowners = facts.codeowners();
    return codeowners == null || source.files().isEmpty()
        ? Optional.empty()
        : codeowners.lineOf(source.files().getLast()).filter(line -> !line.owners().isEmpty());
  }

  private String reason(Codeowners.Line line) {
    var codeowners = facts.codeowners();
    return "%s:%d gives %s to %s"
        .formatted(
            codeowners == null ? "" : codeowners.file(),
            line.span().line(),
            line.text(),
            String.join(" ", line.owners()));
  }

  private Draft draft(Reasoned name, List<SourceFacts> sources) {
    var draft = services.computeIfAbsent(name.text(), _ -> new Draft(name));
    if (draft.team == null) {
      draft.team =
          sources.stream().map(this::team).flatMap(Optional::stream).findFirst().orElse(null);
    }
    return draft;
  }

  private Optional<Reasoned> team(SourceFacts source) {
    var component =
        facts.components().stream()
            .filter(c -> c.holds(source.path()) && c.owner() != null)
            .max((a, b) -> a.folder().length() - b.folder().length());
    if (component.isPresent()) {
      return component.map(c ->
          new Reasoned(
              String.valueOf(c.owner()),
              "%s:%d names it as the owner".formatted(c.file(), c.span().line())));
    }
    return lineOf(source).map(line -> new Reasoned(String.join(" ", line.owners()), reason(line)));
  }

  private Reasoned databaseName(List<SourceFacts> group, @Nullable LiveFacts live, boolean isOnly) {
    if (isOnly) {
      var name = live == null ? "" : UnitName.usable(live.name());
      return name.isEmpty()
          ? new Reasoned(MAIN, count(group, "the repository's only database"))
          : new Reasoned(name, "the database's own name");
    }
    var base = UnitName.ofDatabase(group.getFirst().path(), facts);
    var name = base;
    for (var i = 2; isTaken(name); i++) {
      name = base + "-" + i;
    }
    return new Reasoned(
        name,
        count(
            group,
            "no other folder's migrations use its tables, so this is a database of its own"));
  }

  private static String count(List<SourceFacts> group, String alone) {
    if (group.size() == 1) {
      return alone;
    }
    var words =
        group.stream().allMatch(source -> source.tool() == Tool.DJANGO)
            ? "the %d folders are apps of one Django project"
            : group.stream().anyMatch(source -> !source.reach().needs().isEmpty())
                ? "%d folders of migrations use each other's tables"
                : "the %d folders are parts of one";
    return words.formatted(group.size());
  }

  private boolean isTaken(String name) {
    return databases.stream().anyMatch(database -> database.name().equals(name));
  }

  private @Nullable Reasoned postgres(@Nullable LiveFacts live) {
    return live == null
        ? facts.postgres()
        : new Reasoned(String.valueOf(live.postgres()), "the server's version");
  }

  private Reasoned url(String database, boolean isOnly) {
    var named =
        facts.variables().stream()
            .filter(variable ->
                isOnly
                    || variable
                        .name()
                        .toLowerCase(Locale.ROOT)
                        .contains(database.replace('-', '_')))
            .findFirst();
    if (named.isPresent()) {
      return new Reasoned("${%s}".formatted(named.get().name()), named.get().file() + " names it");
    }
    // A variable's name does not begin with a digit.
    var upper = database.toUpperCase(Locale.ROOT).replace('-', '_');
    var prefix = isOnly ? "" : (upper.matches("\\d.*") ? "DB_" : "") + upper + "_";
    return new Reasoned("${%sDATABASE_URL}".formatted(prefix), USUAL);
  }

  /// Where one database and one variable are left, they belong together.
  private void lastUrl() {
    var used = databases.stream().map(database -> database.url().text()).toList();
    var free =
        facts.variables().stream()
            .filter(variable -> !used.contains("${%s}".formatted(variable.name())))
            .toList();
    var open =
        databases.stream().filter(database -> database.url().reason().equals(USUAL)).toList();
    if (databases.size() > 1 && open.size() == 1 && free.size() == 1) {
      var last = open.getFirst();
      var why = free.getFirst().file() + " names it, and no other database has it";
      databases.set(
          databases.indexOf(last),
          last.at(new Reasoned("${%s}".formatted(free.getFirst().name()), why)));
    }
  }

  private void alternatives(
      String database,
      Collection<QualifiedName> tables,
      List<SourceFacts> group,
      @Nullable LiveFacts live) {
    var links = new ArrayList<SourceFacts.TableLink>();
    group.forEach(source -> links.addAll(source.reach().links()));
    if (live != null) {
      links.addAll(live.links());
    }
    division(tables, live == null ? Map.of() : live.tables(), links)
        .ifPresent(found ->
            alternatives.add(
                new Alternative(database, found.reason(), patterns(found.groups(), tables))));
  }

  private record Division(String reason, SortedMap<String, List<QualifiedName>> groups) {}

  private static Optional<Division> division(
      Collection<QualifiedName> tables,
      Map<QualifiedName, String> roles,
      List<SourceFacts.TableLink> links) {
    var groups = new TableGroups(tables);
    return groups
        .byRole(roles)
        .map(g -> new Division("the role that owns them in the database", g))
        .or(() -> groups.bySchema().map(g -> new Division("their schema", g)))
        .or(() -> groups.byPrefix().map(g -> new Division("the beginning of their names", g)))
        .or(() -> groups.byLinks(links).map(g -> new Division("the foreign keys between them", g)));
  }

  private static SortedMap<String, List<String>> patterns(
      SortedMap<String, List<QualifiedName>> groups, Collection<QualifiedName> tables) {
    var patterns = new TreeMap<String, List<String>>();
    groups.forEach((name, own) -> {
      var others = new TreeSet<>(tables);
      others.removeAll(own);
      patterns.put(name, Patterns.of(own, others));
    });
    return patterns;
  }

  /// A database alone, or nothing at all.
  private void withoutMigrations() {
    var live = facts.live();
    var known = live == null ? "" : UnitName.usable(live.name());
    var name = known.isEmpty() ? MAIN : known;
    var why = live == null ? "the usual name of the only database" : "the database's own name";
    databases.add(
        new ProposedDatabase(
            name, why, List.of(), postgres(live), null, List.of(), url(name, true)));
    var tables =
        live == null ? new TreeSet<QualifiedName>() : new TreeSet<>(live.tables().keySet());
    var division =
        live == null ? Optional.<Division>empty() : division(tables, live.tables(), live.links());
    if (division.isEmpty()) {
      var unit = UnitName.of("", facts);
      // Tables that no migration creates are claimed by name: they were there before.
      draft(unit, List.of())
          .owns
          .put(name, tables.isEmpty() ? List.of("*") : Patterns.of(tables, List.of()));
      return;
    }
    patterns(division.get().groups(), tables)
        .forEach((service, own) ->
            draft(
                    new Reasoned(service, "tables are grouped by " + division.get().reason()),
                    List.of())
                .owns
                .put(name, own));
  }
}
