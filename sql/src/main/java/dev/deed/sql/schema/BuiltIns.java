package dev.deed.sql.schema;

import dev.deed.sql.effect.ObjectKind;
import dev.deed.sql.effect.ObjectName;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Names that are built into PostgreSQL.
public final class BuiltIns {

  private static final Set<String> TYPES =
      Set.of(
          "aclitem",
          "any",
          "anyarray",
          "anycompatible",
          "anycompatiblearray",
          "anycompatiblemultirange",
          "anycompatiblenonarray",
          "anycompatiblerange",
          "anyelement",
          "anyenum",
          "anymultirange",
          "anynonarray",
          "anyrange",
          "bigint",
          "bit",
          "bit varying",
          "boolean",
          "box",
          "bpchar",
          "bytea",
          "char",
          "character",
          "character varying",
          "cid",
          "cidr",
          "circle",
          "cstring",
          "date",
          "datemultirange",
          "daterange",
          "double precision",
          "event_trigger",
          "fdw_handler",
          "gtsvector",
          "index_am_handler",
          "inet",
          "int2vector",
          "int4multirange",
          "int4range",
          "int8multirange",
          "int8range",
          "integer",
          "internal",
          "interval",
          "json",
          "jsonb",
          "jsonpath",
          "language_handler",
          "line",
          "lseg",
          "macaddr",
          "macaddr8",
          "money",
          "name",
          "numeric",
          "nummultirange",
          "numrange",
          "oid",
          "oidvector",
          "path",
          "pg_lsn",
          "pg_snapshot",
          "point",
          "polygon",
          "real",
          "record",
          "refcursor",
          "regclass",
          "regcollation",
          "regconfig",
          "regdictionary",
          "regnamespace",
          "regoper",
          "regoperator",
          "regproc",
          "regprocedure",
          "regrole",
          "regtype",
          "serial",
          "bigserial",
          "smallserial",
          "smallint",
          "table_am_handler",
          "text",
          "tid",
          "time with time zone",
          "time without time zone",
          "timestamp with time zone",
          "timestamp without time zone",
          "trigger",
          "tsm_handler",
          "tsmultirange",
          "tsquery",
          "tsrange",
          "tstzmultirange",
          "tstzrange",
          "tsvector",
          "txid_snapshot",
          "unknown",
          "uuid",
          "void",
          "xid",
          "xid8",
          "xml");

  /// Types of widely used extensions, by type name, with the extension.
  private static final Map<String, String> EXTENSIONS =
      Map.ofEntries(
          Map.entry("citext", "citext"),
          Map.entry("hstore", "hstore"),
          Map.entry("ltree", "ltree"),
          Map.entry("lquery", "ltree"),
          Map.entry("ltxtquery", "ltree"),
          Map.entry("cube", "cube"),
          Map.entry("seg", "seg"),
          Map.entry("geometry", "postgis"),
          Map.entry("geography", "postgis"),
          Map.entry("box2d", "postgis"),
          Map.entry("box3d", "postgis"),
          Map.entry("raster", "postgis_raster"),
          Map.entry("vector", "vector"),
          Map.entry("halfvec", "vector"),
          Map.entry("sparsevec", "vector"));

  private BuiltIns() {}

  /// The extension that provides a type of this name, null if none is known.
  public static @Nullable ObjectName extensionOf(String type) {
    var extension = EXTENSIONS.get(type);
    return extension == null ? null : ObjectName.of(ObjectKind.EXTENSION, extension);
  }

  public static boolean isType(String name) {
    return TYPES.contains(name);
  }

  /// True for names of relations in `pg_catalog`; schemas of users cannot be named so.
  public static boolean isCatalogName(String name) {
    return name.startsWith("pg_");
  }
}
