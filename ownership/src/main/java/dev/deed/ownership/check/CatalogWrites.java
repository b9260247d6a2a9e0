package dev.deed.ownership.check;

import dev.deed.sql.effect.Access;
import dev.deed.sql.effect.Effect;
import dev.deed.sql.effect.ObjectAccess;
import dev.deed.sql.effect.ObjectKind;
import dev.deed.sql.effect.ObjectName;
import dev.deed.sql.effect.PrivilegeEffect.ChangesDefaultPrivileges;
import dev.deed.sql.effect.PrivilegeEffect.ChangesMembership;
import dev.deed.sql.effect.PrivilegeEffect.DropsOwned;
import dev.deed.sql.effect.PrivilegeEffect.ReassignsOwned;
import dev.deed.sql.effect.RoutineEffect.CallsRoutine;
import dev.deed.sql.effect.RoutineEffect.CreatesRoutine;
import dev.deed.sql.effect.RoutineEffect.RunsBlock;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// The system catalogs that a script is seen to change in its text: what they hold belongs to the
/// whole database or server, and the check has said of it what there is to say.
final class CatalogWrites {

  private static final List<String> OF_ROLES =
      List.of("pg_authid", "pg_auth_members", "pg_db_role_setting", "pg_shdescription");

  private static final List<String> OF_LARGE_OBJECTS =
      List.of("pg_largeobject", "pg_largeobject_metadata");

  private final Set<String> seen = new HashSet<>();

  /// Extensions bring anything, and what a role owns may be anything.
  private boolean any;

  private CatalogWrites() {}

  static CatalogWrites in(ServiceScript script) {
    var writes = new CatalogWrites();
    for (var statement : script.statements()) {
      statement.effects().forEach(writes::add);
      statement.resolved().touches().forEach(writes::add);
    }
    return writes;
  }

  boolean isSeen(ObjectName catalog) {
    return any || seen.contains(catalog.name().name());
  }

  private void add(Effect effect) {
    switch (effect) {
      case ChangesDefaultPrivileges _ -> seen.add("pg_default_acl");
      case ChangesMembership _ -> seen.addAll(OF_ROLES);
      case DropsOwned _, ReassignsOwned _ -> any = true;
      case CallsRoutine call when isOfLargeObjects(call.routine().name()) ->
          seen.addAll(OF_LARGE_OBJECTS);
      case CreatesRoutine creates -> creates.body().effects().forEach(this::add);
      case RunsBlock runs -> runs.body().effects().forEach(this::add);
      default -> effect.touches().forEach(this::add);
    }
  }

  private static boolean isOfLargeObjects(String function) {
    return function.startsWith("lo_") || function.equals("lowrite");
  }

  private void add(ObjectAccess touch) {
    if (touch.access() == Access.DEFINES || touch.access() == Access.WRITES) {
      var object = touch.object();
      if (object.kind() == ObjectKind.EXTENSION) {
        any = true;
      } else if (object.kind().isRelation() && isOfPostgres(object)) {
        seen.add(object.name().name());
        seen.add("pg_class");
      } else {
        seen.addAll(catalogs(object));
      }
    }
  }

  private static boolean isOfPostgres(ObjectName object) {
    var schema = object.name().schema();
    return "pg_catalog".equals(schema) || "information_schema".equals(schema);
  }

  private static List<String> catalogs(ObjectName object) {
    return switch (object.kind()) {
      case ROLE -> OF_ROLES;
      case DATABASE ->
          List.of("pg_database", "pg_db_role_setting", "pg_shdescription", "pg_shseclabel");
      case TABLESPACE -> List.of("pg_tablespace", "pg_shdescription", "pg_shseclabel");
      case PARAMETER -> List.of("pg_parameter_acl");
      case LARGE_OBJECT -> OF_LARGE_OBJECTS;
      case SUBSCRIPTION -> List.of("pg_subscription", "pg_replication_origin");
      case LANGUAGE -> List.of("pg_language");
      case CAST -> List.of("pg_cast");
      case ACCESS_METHOD -> List.of("pg_am");
      case CONVERSION -> List.of("pg_conversion");
      case OPERATOR_CLASS, OPERATOR_FAMILY ->
          List.of("pg_opclass", "pg_opfamily", "pg_amop", "pg_amproc");
      case FOREIGN_DATA_WRAPPER -> List.of("pg_foreign_data_wrapper");
      case TRANSFORM -> List.of("pg_transform");
      case TEXT_SEARCH_PARSER -> ofPostgres(object, "pg_ts_parser");
      case TEXT_SEARCH_TEMPLATE -> ofPostgres(object, "pg_ts_template");
      case EVENT_TRIGGER -> List.of("pg_event_trigger");
      case PUBLICATION -> List.of("pg_publication", "pg_publication_namespace");
      case SCHEMA -> List.of("pg_namespace");
      case FUNCTION, PROCEDURE, AGGREGATE, ROUTINE -> ofPostgres(object, "pg_proc");
      case TYPE, DOMAIN -> ofPostgres(object, "pg_type");
      case OPERATOR -> ofPostgres(object, "pg_operator");
      case COLLATION -> ofPostgres(object, "pg_collation");
      case TEXT_SEARCH_CONFIGURATION -> ofPostgres(object, "pg_ts_config");
      case TEXT_SEARCH_DICTIONARY -> ofPostgres(object, "pg_ts_dict");
      default -> List.of();
    };
  }

  private static List<String> ofPostgres(ObjectName object, String catalog) {
    var schema = object.name().schema();
    return schema == null || schema.equals("pg_catalog") ? List.of(catalog) : List.of();
  }
}
