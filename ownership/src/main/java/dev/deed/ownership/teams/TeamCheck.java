package dev.deed.ownership.teams;

import dev.deed.ownership.OwnershipMap;
import dev.deed.ownership.OwnershipRules;
import dev.deed.ownership.Service;
import dev.deed.sql.Finding;
import dev.deed.sql.ServiceName;
import dev.deed.sql.Severity;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Compares the teams of the ownership file with those of CODEOWNERS and of Backstage's catalog.
public final class TeamCheck {

  private final OwnershipMap map;
  private final List<Finding> findings = new ArrayList<>();

  private TeamCheck(OwnershipMap map) {
    this.map = map;
  }

  /// @param codeowners null if it is not imported
  /// @param folders of each service's migrations, relative to the top of the repository
  /// @param components null if no catalog is imported
  public static List<Finding> check(
      OwnershipMap map,
      @Nullable Codeowners codeowners,
      Map<ServiceName, List<String>> folders,
      @Nullable List<CatalogComponent> components) {
    var check = new TeamCheck(map);
    for (var service : map.services()) {
      if (codeowners != null) {
        folders.getOrDefault(service.name(), List.of()).stream()
            .sorted()
            .forEach(folder -> check.compare(service, codeowners, folder));
      }
      if (components != null) {
        check.compare(service, components);
      }
    }
    return check.findings;
  }

  private void compare(Service service, Codeowners codeowners, String folder) {
    // Whatever file may come into the folder next.
    var line = codeowners.lineOf(folder + "/0.sql");
    if (line.isEmpty() || line.get().owners().isEmpty()) {
      find(
          service,
          "%s gives %s, with migrations of service %s, to no team"
              .formatted(codeowners.file(), folder, service.name()),
          "add a line to %s: /%s/ %s"
              .formatted(
                  codeowners.file(),
                  folder,
                  service.team() != null && service.team().startsWith("@")
                      ? service.team()
                      : "@TEAM"));
    } else if (line.get().owners().stream().noneMatch(owner -> isOf(service, owner))) {
      find(
          service,
          "the team of service %s is %s, but %s:%d gives %s to %s"
              .formatted(
                  service.name(),
                  words(service),
                  codeowners.file(),
                  line.get().span().line(),
                  folder,
                  String.join(" ", line.get().owners())),
          "write team: \"%s\", or correct %s"
              .formatted(String.join(" ", line.get().owners()), codeowners.file()));
    }
  }

  private void compare(Service service, List<CatalogComponent> components) {
    var component =
        components.stream().filter(c -> c.name().equals(service.name().text())).findFirst();
    if (component.isEmpty()) {
      find(
          service,
          "no component of the imported catalog has the name of service %s"
              .formatted(service.name()),
          "give the component or the service the other one's name");
      return;
    }
    var owner = component.get().owner();
    if (owner != null && !isOf(service, owner)) {
      find(
          service,
          "the team of service %s is %s, but %s:%d names %s as its owner"
              .formatted(
                  service.name(),
                  words(service),
                  component.get().file(),
                  component.get().span().line(),
                  owner),
          "write team: \"%s\", or correct %s".formatted(owner, component.get().file()));
    }
  }

  /// Whether a name is the service's team, or one of its contacts.
  static boolean isOf(Service service, String name) {
    return names(service).stream().anyMatch(known -> isSame(known, name));
  }

  /// Names of teams are the same in capitals. A catalog calls the team `web` that GitHub and GitLab
  /// call `@acme/web`.
  private static boolean isSame(String one, String other) {
    if (one.equalsIgnoreCase(other)) {
      return true;
    }
    var isOfOne = isOfOrganization(one);
    return isOfOne != isOfOrganization(other)
        && bare(isOfOne ? one : other)
            .equalsIgnoreCase((isOfOne ? other : one).replaceFirst("^@", ""));
  }

  private static boolean isOfOrganization(String name) {
    return name.startsWith("@") && name.indexOf('/') > 0;
  }

  private static String bare(String team) {
    return team.substring(team.lastIndexOf('/') + 1);
  }

  /// The whole texts, and each word of them.
  static Set<String> names(Service service) {
    return Stream.of(service.team(), service.contact())
        .filter(text -> text != null)
        .flatMap(text -> Stream.concat(Stream.of(text), Stream.of(text.split("[\\s,]+"))))
        .collect(Collectors.toSet());
  }

  private static String words(Service service) {
    return service.team() == null ? "not given" : "\"%s\"".formatted(service.team());
  }

  private void find(Service service, String message, String advice) {
    findings.add(
        Finding.error(OwnershipRules.TEAM_DIFFERS, map.file(), service.span(), message, advice)
            .with(Severity.WARNING));
  }
}
