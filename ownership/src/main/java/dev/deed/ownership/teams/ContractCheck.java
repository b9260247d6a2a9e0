package dev.deed.ownership.teams;

import dev.deed.ownership.Database;
import dev.deed.ownership.Owner;
import dev.deed.ownership.OwnershipMap;
import dev.deed.ownership.OwnershipRules;
import dev.deed.ownership.Service;
import dev.deed.ownership.teams.DataContract.Table;
import dev.deed.sql.DatabaseName;
import dev.deed.sql.Finding;
import dev.deed.sql.Severity;
import dev.deed.sql.Span;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/// Compares the team and the support of a data contract with the services that own its tables.
public final class ContractCheck {

  private final OwnershipMap map;
  private final DataContract contract;
  private final List<Finding> findings = new ArrayList<>();

  private ContractCheck(OwnershipMap map, DataContract contract) {
    this.map = map;
    this.contract = contract;
  }

  public static List<Finding> check(OwnershipMap map, DataContract contract) {
    var check = new ContractCheck(map, contract);
    check.tables();
    return check.findings;
  }

  private void tables() {
    if (contract.tables().isEmpty()) {
      find(contract.span(), "%s names no table".formatted(contract.file()), "add a schema to it");
    }
    var owners = new LinkedHashMap<Service, Table>();
    for (var table : contract.tables()) {
      var found = owners(table);
      if (found.isEmpty()) {
        find(
            table.span(),
            "%s describes %s, and no service owns that table"
                .formatted(contract.file(), table.name()),
            "let a service own it, or correct physicalName");
      } else if (found.size() > 1) {
        find(
            table.span(),
            "%s describes %s, and tables of that name belong to %s"
                .formatted(contract.file(), table.name(), words(found)),
            "name the database in servers: " + databases());
      } else {
        owners.putIfAbsent(found.values().iterator().next(), table);
      }
    }
    owners.forEach(this::compare);
  }

  private String databases() {
    return String.join(
        ", ", map.databases().stream().map(Database::name).map(DatabaseName::text).toList());
  }

  private static String words(Map<String, Service> services) {
    return String.join(" and ", services.keySet().stream().map(name -> "service " + name).toList());
  }

  private Map<String, Service> owners(Table table) {
    var owners = new LinkedHashMap<String, Service>();
    for (var database : candidates()) {
      if (map.ownerOf(database, table.name()) instanceof Owner.OwnedBy owned) {
        map.serviceNamed(owned.service())
            .ifPresent(service -> owners.put(service.name().text(), service));
      }
    }
    return owners;
  }

  /// Servers may name a database otherwise than the ownership file does.
  private List<DatabaseName> candidates() {
    var all = map.databases().stream().map(Database::name).toList();
    var named = all.stream().filter(name -> contract.databases().contains(name.text())).toList();
    return named.isEmpty() ? all : named;
  }

  private void compare(Service service, Table table) {
    if (contract.teams().isEmpty()) {
      find(
          contract.span(),
          "%s names no team and no owner for %s of service %s"
              .formatted(contract.file(), table.name(), service.name()),
          "add team: {name: \"%s\"} to it"
              .formatted(Objects.requireNonNullElse(service.team(), service.name().text())));
    } else if (contract.teams().stream().noneMatch(team -> isOf(service, team))) {
      find(
          contract.span(),
          "the team of service %s, which owns %s, is %s, but %s names %s"
              .formatted(
                  service.name(),
                  table.name(),
                  service.team() == null ? "not given" : "\"%s\"".formatted(service.team()),
                  contract.file(),
                  String.join(", ", contract.teams())),
          "write team: \"%s\", or correct %s"
              .formatted(contract.teams().getFirst(), contract.file()));
    }
    var contact = Optional.ofNullable(service.contact());
    if (contact.isPresent()
        && !contract.channels().isEmpty()
        && contract.channels().stream().noneMatch(channel -> isOf(service, channel))) {
      find(
          contract.span(),
          "the contact of service %s is \"%s\", but %s names %s for support"
              .formatted(
                  service.name(),
                  contact.get(),
                  contract.file(),
                  String.join(", ", contract.channels())),
          "write contact: \"%s\", or correct %s"
              .formatted(contract.channels().getFirst(), contract.file()));
    }
  }

  /// A handle is written with or without its sign.
  private static boolean isOf(Service service, String name) {
    return Stream.of(name, "@" + name, "#" + name)
        .anyMatch(known -> TeamCheck.isOf(service, known));
  }

  private void find(Span span, String message, String advice) {
    findings.add(
        Finding.error(OwnershipRules.TEAM_DIFFERS, contract.file(), span, message, advice)
            .with(Severity.WARNING));
  }
}
