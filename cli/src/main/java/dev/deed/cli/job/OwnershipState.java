package dev.deed.cli.job;

import dev.deed.cli.host.FileTrouble;
import dev.deed.cli.host.Git;
import dev.deed.cli.host.GitPlaces;
import dev.deed.cli.host.Surroundings;
import dev.deed.engine.MergeBase;
import dev.deed.engine.Migrations;
import dev.deed.ownership.Glob;
import dev.deed.ownership.OwnershipRules;
import dev.deed.ownership.Service;
import dev.deed.ownership.file.CatalogFile;
import dev.deed.ownership.file.ContractFile;
import dev.deed.ownership.teams.CatalogComponent;
import dev.deed.ownership.teams.Codeowners;
import dev.deed.ownership.teams.ContractCheck;
import dev.deed.ownership.teams.TeamCheck;
import dev.deed.ownership.teams.TeamSources;
import dev.deed.sql.DatabaseName;
import dev.deed.sql.Finding;
import dev.deed.sql.ServiceName;
import dev.deed.sql.Severity;
import dev.deed.sql.SourceFile;
import dev.deed.sql.Span;
import dev.deed.sql.schema.Relation.Table;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.NoSuchFileException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What is to be said of the ownership file as a whole: tables without an owner, teams that other
/// files name differently, authors of other teams.
record OwnershipState(Project project, Migrations migrations, Surroundings surroundings) {

  /// The bound may only shrink: fewer tables without an owner are reported too.
  ///
  /// @param replays of all databases
  List<Finding> unowned(Map<DatabaseName, MigrationReplay> replays) {
    var bound = project.ownership().policies().unownedTables();
    if (bound == null) {
      return List.of();
    }
    var names = new ArrayList<String>();
    replays.forEach((database, replay) -> {
      for (var object : replay.schema().objects()) {
        if (object instanceof Table table
            && table.partition() == null
            && project.ownership().map().claimsOn(database, table.qualifiedName()).isEmpty()) {
          names.add(table.qualifiedName().dotted());
        }
      }
    });
    if (names.size() == bound) {
      return List.of();
    }
    var isMore = names.size() > bound;
    var message =
        "no service claims %d %s, and unowned_tables permits %d%s"
            .formatted(
                names.size(),
                names.size() == 1 ? "table" : "tables",
                bound,
                isMore ? ": " + shown(names) : "");
    var advice =
        isMore
            ? "claim them under owns; deed owners lists the tables without an owner"
            : "write unowned_tables: %d, so that the number does not grow again"
                .formatted(names.size());
    return List.of(
        Finding.error(
                OwnershipRules.UNOWNED_TABLES,
                project.ownership().file(),
                Span.NONE,
                message,
                advice)
            .with(isMore ? Severity.ERROR : Severity.WARNING));
  }

  private static String shown(List<String> names) {
    var most = 5;
    var first = String.join(", ", names.subList(0, Math.min(most, names.size())));
    return names.size() > most ? "%s and %d more".formatted(first, names.size() - most) : first;
  }

  /// @return findings on files that cannot be read, too
  List<Finding> teams() {
    var imports = project.ownership().imports();
    var findings = new ArrayList<Finding>();
    var place = imports.codeowners();
    var codeowners =
        place == null ? null : Codeowners.of(new SourceFile(place.path()), text(place, findings));
    var components = imports.backstage().isEmpty() ? null : new ArrayList<CatalogComponent>();
    if (components != null) {
      for (var file : imports.backstage()) {
        components.addAll(
            CatalogFile.components(new SourceFile(file.path()), text(file, findings)));
      }
    }
    if (findings.isEmpty()) {
      findings.addAll(
          TeamCheck.check(project.ownership().map(), codeowners, folders(), components));
    }
    imports.odcs().forEach(file -> findings.addAll(contract(file)));
    return findings;
  }

  /// Scopes that no database can be built from.
  List<Finding> scopes() {
    var findings = new ArrayList<Finding>();
    for (var scope : project.ownership().map().scopes()) {
      try {
        var _ = migrations.scopes().find(scope.name());
      } catch (ScopeClosure.NamesNothing failure) {
        findings.add(
            Finding.error(
                OwnershipRules.OWNERSHIP_FILE,
                project.ownership().file(),
                scope.span(),
                String.valueOf(failure.getMessage()),
                "correct the pattern, or remove it"));
      }
    }
    return findings;
  }

  private List<Finding> contract(TeamSources.Place place) {
    var findings = new ArrayList<Finding>();
    var text = text(place, findings);
    if (findings.isEmpty()) {
      var read = ContractFile.read(new SourceFile(place.path()), text);
      findings.addAll(read.findings());
      if (read.contract() != null) {
        findings.addAll(ContractCheck.check(project.ownership().map(), read.contract()));
      }
    }
    return findings;
  }

  private String text(TeamSources.Place place, List<Finding> findings) {
    try {
      return new String(project.read(project.base().resolve(place.path())), StandardCharsets.UTF_8);
    } catch (IOException e) {
      findings.add(
          Finding.error(
              OwnershipRules.OWNERSHIP_FILE,
              project.ownership().file(),
              place.span(),
              "%s, which import names, cannot be read: %s"
                  .formatted(
                      place.path(),
                      e instanceof NoSuchFileException
                          ? "it does not exist"
                          : FileTrouble.reason(e)),
              "correct the path, which is relative to this file, or remove the line"));
      return "";
    }
  }

  private Map<ServiceName, List<String>> folders() {
    var folders = new HashMap<ServiceName, List<String>>();
    var databases = project.ownership().map().databases().stream().map(d -> d.name()).toList();
    for (var folder : ServiceFolders.of(project, migrations, databases)) {
      folders.computeIfAbsent(folder.service().name(), _ -> new ArrayList<>()).add(folder.path());
    }
    return folders;
  }

  /// Migrations that a change adds or edits for a service that says who may.
  List<Finding> authors(MergeBase base) {
    var findings = new ArrayList<Finding>();
    for (var migration : migrations.all()) {
      var service = project.ownership().map().serviceNamed(migration.name().service()).orElse(null);
      if (service != null
          && !service.who().isEmpty()
          && base.touched().contains(migration.file())) {
        author(service, migration.file(), base, findings);
      }
    }
    return findings;
  }

  private void author(Service service, SourceFile file, MergeBase base, List<Finding> findings) {
    var authors = authorsOf(file, base);
    var others = authors.stream().filter(author -> !isAmong(author, service.who())).toList();
    var isOfCi = !ciAuthors().isEmpty();
    var isWell = isOfCi ? others.size() < authors.size() : others.isEmpty() && !authors.isEmpty();
    if (isWell) {
      return;
    }
    findings.add(
        Finding.error(
                OwnershipRules.FOREIGN_AUTHOR,
                file,
                Span.NONE,
                authors.isEmpty()
                    ? "git does not say who wrote this migration of service %s"
                        .formatted(service.name())
                    : "this migration of service %s is by %s, who is not among those that the service names"
                        .formatted(service.name(), String.join(", ", others)),
                "let a member of the team propose the change, or add the author to who of service %s"
                    .formatted(service.name()))
            .with(Severity.WARNING));
  }

  /// Accounts and addresses are the same in capitals.
  private static boolean isAmong(String author, List<String> who) {
    var folded = author.toLowerCase(Locale.ROOT);
    return who.stream()
        .map(pattern -> List.of(pattern.toLowerCase(Locale.ROOT).split("\\*", -1)))
        .anyMatch(parts -> new Glob(parts).matches(folded));
  }

  /// Those whom the CI server names; one of them is enough.
  private Set<String> ciAuthors() {
    var variables = surroundings.environment();
    var authors = new LinkedHashSet<String>();
    add("@", variables.get("GITHUB_ACTOR"), authors);
    add("@", variables.get("GITLAB_USER_LOGIN"), authors);
    add("", variables.get("GITLAB_USER_EMAIL"), authors);
    return authors;
  }

  private static void add(String prefix, @Nullable String value, Set<String> authors) {
    if (value != null && !value.isBlank()) {
      authors.add(prefix + value);
    }
  }

  private Set<String> authorsOf(SourceFile file, MergeBase base) {
    var ofCi = ciAuthors();
    return ofCi.isEmpty()
        ? new Git(project.base(), new GitPlaces(surroundings)).authors(base.name(), file)
        : ofCi;
  }
}
