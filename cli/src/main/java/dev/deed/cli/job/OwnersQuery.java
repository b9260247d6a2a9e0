package dev.deed.cli.job;

import dev.deed.cli.report.OwnerReport;
import dev.deed.cli.report.OwnerReport.OwnedRelation;
import dev.deed.cli.report.Report;
import dev.deed.engine.Migrations;
import dev.deed.engine.look.TableSizes;
import dev.deed.ownership.Consumer;
import dev.deed.ownership.OwnershipMap;
import dev.deed.ownership.Service;
import dev.deed.ownership.check.ObjectOwners;
import dev.deed.sql.DatabaseName;
import dev.deed.sql.QualifiedName;
import dev.deed.sql.ServiceName;
import dev.deed.sql.effect.ObjectName;
import dev.deed.sql.replay.Dependant;
import dev.deed.sql.schema.Relation;
import dev.deed.sql.schema.Relation.Table;
import dev.deed.sql.schema.RelationPart;
import dev.deed.sql.schema.RelationSql;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// Finds the owners of the tables that the migrations create.
///
/// @param replays those of the selected databases
public record OwnersQuery(
    Project project, Migrations migrations, Map<DatabaseName, MigrationReplay> replays) {

  public static OwnersQuery of(Project project, @Nullable String database) {
    var all = project.ownership().map().databases();
    var names = all.stream().map(d -> d.name().text()).toList();
    if (database != null && !names.contains(database)) {
      throw new Targets.NoSuch("database", database, names);
    }
    var migrations = project.migrations();
    var replays = new LinkedHashMap<DatabaseName, MigrationReplay>();
    for (var each : all) {
      if (database == null || each.name().text().equals(database)) {
        replays.put(each.name(), MigrationReplay.of(migrations, project.ownership().map(), each));
      }
    }
    return new OwnersQuery(project, migrations, replays);
  }

  public Report all() {
    return all(Map.of());
  }

  /// With the sizes of the tables in an environment.
  public Report all(Targets targets, @Nullable String database) {
    var sizes = new HashMap<DatabaseName, Map<QualifiedName, Long>>();
    for (var address : targets.addresses(database)) {
      var of = address.target().database();
      var tables =
          RelationLookup.relationsOf(Objects.requireNonNull(replays.get(of)).schema())
              .map(Relation::qualifiedName)
              .toList();
      sizes.put(of, TableSizes.of(address, targets.patience(), tables));
    }
    return all(sizes);
  }

  private Report all(Map<DatabaseName, Map<QualifiedName, Long>> sizes) {
    var relations = new ArrayList<OwnedRelation>();
    replays.forEach((database, replay) -> {
      var owners = replay.owners();
      var details = OwnerDetails.of(replay);
      RelationLookup.relationsOf(replay.schema())
          .filter(relation -> !isLikeItsWhole(relation, owners))
          .map(relation ->
              owned(
                  database,
                  relation.name(),
                  owners,
                  details
                      .of(relation.name())
                      .sized(sizes.getOrDefault(database, Map.of()).get(relation.qualifiedName()))))
          .forEach(relations::add);
    });
    return new OwnerReport.Owners(
        relations, ServiceFolders.of(project, migrations, replays.keySet()));
  }

  /// True for a partition whose owner also owns the partitioned table.
  private static boolean isLikeItsWhole(Relation relation, ObjectOwners owners) {
    return relation instanceof Table table
        && table.partition() != null
        && owners
            .ownerOf(table.name())
            .equals(owners.ownerOf(ObjectName.table(table.partition().parent())));
  }

  public Report one(String name) {
    var found = new RelationLookup(map(), replays).find(name);
    var replay = Objects.requireNonNull(replays.get(found.database()));
    var owners = replay.owners();
    var relation = found.relation();
    return new OwnerReport.OwnerOf(
        owned(found.database(), relation.name(), owners, OwnerReport.Details.NONE),
        map().file(),
        Dependant.of(replay.schema(), relation.qualifiedName()).stream()
            .map(dependant ->
                new OwnerReport.Dependence(
                    dependant, owners.ownerOf(holder(dependant)).orElse(null)))
            .toList(),
        changes(found.database(), replay, relation.qualifiedName()),
        RelationSql.of(replay.schema(), relation));
  }

  /// The object whose owner counts: the table for a constraint.
  private static ObjectName holder(Dependant dependant) {
    return dependant.object() instanceof RelationPart part
        ? ObjectName.table(part.relation())
        : dependant.object().name();
  }

  private List<OwnerReport.Change> changes(
      DatabaseName database, MigrationReplay replay, QualifiedName relation) {
    var of = migrations.of(database);
    return RelationHistory.of(replay.ups(), relation).entrySet().stream()
        .map(e ->
            new OwnerReport.Change(
                of.get(e.getKey()).name(), of.get(e.getKey()).file(), e.getValue()))
        .toList();
  }

  private OwnedRelation owned(
      DatabaseName database,
      ObjectName relation,
      ObjectOwners owners,
      OwnerReport.Details details) {
    var grants = new TreeMap<ServiceName, Consumer>();
    var service = owners.ownerOf(relation);
    var owner = service.map(Service::name);
    for (var grant : map().consumersOf(database, relation.name())) {
      if (!owner.equals(Optional.of(grant.service()))) {
        grants.merge(
            grant.service(), grant, (a, b) -> a.access().compareTo(b.access()) <= 0 ? a : b);
      }
    }
    var uses =
        grants.values().stream()
            .map(g -> new OwnerReport.Use(map().serviceNamed(g.service()).orElseThrow(), g))
            .toList();
    return new OwnedRelation(
        database, relation, owners.of(relation), service.orElse(null), uses, details);
  }

  private OwnershipMap map() {
    return project.ownership().map();
  }
}
