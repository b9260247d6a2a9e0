package dev.deed.sql.schema;

import dev.deed.sql.QualifiedName;
import dev.deed.sql.effect.ObjectKind;
import dev.deed.sql.effect.ObjectName;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
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
          Map.entry("earth", "earthdistance"),
          Map.entry("query_int", "intarray"),
          Map.entry("lo", "lo"),
          Map.entry("ean13", "isn"),
          Map.entry("isbn", "isn"),
          Map.entry("isbn13", "isn"),
          Map.entry("ismn", "isn"),
          Map.entry("ismn13", "isn"),
          Map.entry("issn", "isn"),
          Map.entry("issn13", "isn"),
          Map.entry("upc", "isn"),
          Map.entry("topogeometry", "postgis_topology"),
          Map.entry("hll", "hll"),
          Map.entry("h3index", "h3"),
          Map.entry("vector", "vector"),
          Map.entry("halfvec", "vector"),
          Map.entry("sparsevec", "vector"));

  /// What widely used extensions bring besides types, by name, with the extension. A name that ends
  /// in `*` is the beginning of names.
  private static final String MEMBERS =
      """
      function uuid-ossp uuid_generate_v1 uuid_generate_v1mc uuid_generate_v3 uuid_generate_v4
      function uuid-ossp uuid_generate_v5 uuid_nil uuid_ns_dns uuid_ns_url uuid_ns_oid uuid_ns_x500
      function pgcrypto crypt gen_salt digest hmac encrypt decrypt encrypt_iv decrypt_iv gen_random_bytes
      function pgcrypto pgp_sym_encrypt pgp_sym_decrypt pgp_pub_encrypt pgp_pub_decrypt armor dearmor
      function pgcrypto pgp_sym_encrypt_bytea pgp_sym_decrypt_bytea pgp_key_id
      function pg_trgm similarity word_similarity strict_word_similarity show_trgm set_limit show_limit
      function unaccent unaccent
      function fuzzystrmatch levenshtein levenshtein_less_equal metaphone dmetaphone soundex difference
      function hstore hstore akeys avals skeys svals hstore_to_json hstore_to_jsonb each
      function ltree subltree subpath nlevel lca text2ltree ltree2text
      function intarray sort_asc sort_desc uniq idx subarray intset
      function cube cube cube_distance cube_dim
      function earthdistance ll_to_earth earth_distance earth_box
      function tablefunc crosstab crosstab2 crosstab3 crosstab4 connectby normal_rand
      function dblink dblink dblink_exec dblink_connect dblink_disconnect
      function moddatetime moddatetime
      function autoinc autoinc
      function refint check_primary_key check_foreign_key
      function insert_username insert_username
      function lo lo_manage
      function tcn triggered_change_notification
      function temporal_tables versioning
      function postgis st_* postgis_* box2d box3d geometry geography
      function vector l2_distance inner_product cosine_distance l1_distance vector_dims vector_norm
      function timescaledb time_bucket time_bucket_gapfill locf interpolate
      function pgjwt sign verify url_encode url_decode
      class pg_trgm gin_trgm_ops gist_trgm_ops
      class hstore gin_hstore_ops gist_hstore_ops btree_hstore_ops hash_hstore_ops
      class ltree gist_ltree_ops gist__ltree_ops ltree_ops
      class intarray gin__int_ops gist__int_ops gist__intbig_ops
      class citext citext_ops citext_pattern_ops
      class postgis gist_geometry_ops_* spgist_geometry_ops_* brin_geometry_inclusion_ops_* gist_geography_ops
      class vector vector_l2_ops vector_ip_ops vector_cosine_ops vector_l1_ops halfvec_l2_ops
      class vector halfvec_ip_ops halfvec_cosine_ops halfvec_l1_ops sparsevec_l2_ops sparsevec_ip_ops
      class vector sparsevec_cosine_ops bit_hamming_ops bit_jaccard_ops
      class cube gist_cube_ops cube_ops
      class seg gist_seg_ops seg_ops
      class isn isbn_ops ean13_ops
      method bloom bloom
      method rum rum
      method vector hnsw ivfflat
      method pg_bigm bigm
      method columnar columnar
      wrapper postgres_fdw postgres_fdw
      wrapper file_fdw file_fdw
      wrapper dblink dblink_fdw
      wrapper mysql_fdw mysql_fdw
      wrapper oracle_fdw oracle_fdw
      wrapper tds_fdw tds_fdw
      wrapper redis_fdw redis_fdw
      wrapper mongo_fdw mongo_fdw
      wrapper sqlite_fdw sqlite_fdw
      wrapper multicorn multicorn
      language plperl plperl
      language plperlu plperlu
      language plpython3u plpython3u
      language plpython2u plpython2u
      language pltcl pltcl
      language pltclu pltclu
      language plv8 plv8
      language plr plr
      language pllua pllua
      language plrust plrust
      """;

  /// By `function name`, `class name` and so on.
  private static final Map<String, String> MEMBER_OF = new HashMap<>();

  /// By the beginning of such a key.
  private static final Map<String, String> BEGINNINGS = new LinkedHashMap<>();

  static {
    for (var line : MEMBERS.lines().toList()) {
      var words = line.split(" ");
      for (var i = 2; i < words.length; i++) {
        var key = words[0] + " " + words[i];
        if (key.endsWith("*")) {
          BEGINNINGS.put(key.substring(0, key.length() - 1), words[1]);
        } else {
          MEMBER_OF.put(key, words[1]);
        }
      }
    }
  }

  private static final Set<String> OPERATORS =
      Set.of(
          ("= <> != < <= > >= + - * / % ^ |/ ||/ @ & | # << >> ~ ~* !~ !~* ~~ !~~ ~~* !~~* || && @> <@"
                  + " -> ->> #> #>> ? ?| ?& #- @? @@ @@@ !! <-> ## @-@ <<| |>> &< &> &<| |&> <^ >^ ?#"
                  + " ?- ?-| ?|| ~= <<= >>= -|- ^@ ~<~ ~<=~ ~>~ ~>=~ *= *<> *< *<= *> *>=")
              .split(" "));

  private BuiltIns() {}

  /// True for names of operators in `pg_catalog`. What a user adds under such a name for other
  /// types is not told apart from them.
  public static boolean isOperator(String name) {
    return OPERATORS.contains(name);
  }

  /// The extension that provides a type of this name, null if none is known.
  public static @Nullable ObjectName extensionOf(String type) {
    var extension = EXTENSIONS.get(type);
    return extension == null ? null : ObjectName.of(ObjectKind.EXTENSION, extension);
  }

  /// Ask only for a function that no statement creates: other functions may have the same name.
  public static @Nullable ObjectName extensionOfFunction(String function) {
    return memberOf("function", function);
  }

  public static @Nullable ObjectName extensionOfOperatorClass(String operatorClass) {
    return memberOf("class", operatorClass);
  }

  public static @Nullable ObjectName extensionOfAccessMethod(String method) {
    return memberOf("method", method);
  }

  /// The extension of a foreign-data wrapper.
  public static @Nullable ObjectName extensionOfWrapper(String wrapper) {
    return memberOf("wrapper", wrapper);
  }

  public static @Nullable ObjectName extensionOfLanguage(String language) {
    return memberOf("language", language);
  }

  private static @Nullable ObjectName memberOf(String kind, String name) {
    var key = kind + " " + name;
    var extension = MEMBER_OF.get(key);
    if (extension == null) {
      extension = byBeginning(key);
    }
    return extension == null ? null : ObjectName.of(ObjectKind.EXTENSION, extension);
  }

  private static @Nullable String byBeginning(String key) {
    for (var beginning : BEGINNINGS.entrySet()) {
      if (key.startsWith(beginning.getKey())) {
        return beginning.getValue();
      }
    }
    return null;
  }

  public static boolean isType(String name) {
    return TYPES.contains(name);
  }

  /// True for names of relations in `pg_catalog`; schemas of users cannot be named so.
  public static boolean isCatalogName(String name) {
    return name.startsWith("pg_");
  }

  // Functions

  /// Whether PostgreSQL has a function of that name, or a type, which can be called like one.
  public static boolean isFunction(QualifiedName function) {
    return function.schema() == null
        && (FunctionNames.ALL.contains(function.name()) || isType(function.name()));
  }

  /// Whether a new function of that name would be called where PostgreSQL's own has been called.
  ///
  /// @param types of its arguments, as `format_type` writes them
  /// @param preferring false for calls with values of exactly these types only; true also for those
  ///   with values of a third type, which could become values of either
  public static boolean isCapturedBy(String function, List<String> types, boolean preferring) {
    return FunctionNames.ALL.contains(function)
        && FunctionSignatures.captures(function, types, preferring);
  }

  /// Functions of extensions that change no object.
  private static final Pattern HARMLESS =
      Pattern.compile(
          "uuid_generate_.*|gen_random_.*|gen_salt|crypt|digest|hmac|(pgp_|armor|dearmor|encrypt|decrypt).*"
              + "|(word_|strict_word_)?similarity.*|show_trgm|unaccent|st_.*|hstore.*|each|akeys|avals|skeys|svals"
              + "|levenshtein.*|soundex|difference|d?metaphone.*|daitch_mokotoff|ll_to_earth|earth_.*|cube.*"
              + "|subpath|subltree|nlevel|text2ltree|ltree2text|lca|.*_distance|inner_product|normal_rand");

  /// Functions of extensions that may do more.
  private static final Pattern OF_EXTENSIONS =
      Pattern.compile(
          "dblink.*|crosstab.*|connectby|lo_manage|xpath_.*|xslt_process|autoinc|moddatetime|refint"
              + "|create_.*hypertable|add_.*_policy|remove_.*_policy|time_bucket.*|create_distributed_.*"
              + "|create_reference_table|add_dimension|cron_.*|postgres_fdw_.*|raster.*|geometry.*|geography.*"
              + "|_?st_.*|postgis_.*|hypopg.*|pgroonga.*|anon_.*|url_encode|url_decode|sign|verify");

  /// Whether an extension has a function of that name: it may be there without a `CREATE EXTENSION`
  /// in the scripts, because it needs the rights of an administrator.
  public static boolean isFunctionOfExtension(QualifiedName function) {
    return extensionOfFunction(function.name()) != null
        || HARMLESS.matcher(function.name()).matches()
        || OF_EXTENSIONS.matcher(function.name()).matches();
  }

  /// Whether the function is known to change no object.
  public static boolean isHarmlessFunction(QualifiedName function) {
    return isFunction(function) || HARMLESS.matcher(function.name()).matches();
  }

  // Extensions

  private static final Set<String> WITHOUT_RELATIONS =
      Set.of(
          "plpgsql",
          "pgcrypto",
          "uuid-ossp",
          "citext",
          "hstore",
          "pg_trgm",
          "btree_gin",
          "btree_gist",
          "ltree",
          "unaccent",
          "vector",
          "intarray",
          "fuzzystrmatch",
          "cube",
          "earthdistance",
          "tablefunc",
          "isn",
          "seg",
          "bloom",
          "lo",
          "dict_int",
          "pg_stat_statements",
          "pgstattuple",
          "amcheck",
          "moddatetime");

  private static final Set<String> WITH_KNOWN_TYPES =
      Set.of(
          "plpgsql",
          "pgcrypto",
          "uuid-ossp",
          "citext",
          "hstore",
          "btree_gin",
          "unaccent",
          "fuzzystrmatch",
          "pg_trgm",
          "vector",
          "moddatetime");

  /// Whether the extension creates no tables and views, or only such that are named `pg_...`.
  public static boolean hasNoRelations(String extension) {
    return WITHOUT_RELATIONS.contains(extension);
  }

  /// Whether `extensionOf` knows the types that the extension creates.
  public static boolean hasKnownTypes(String extension) {
    return WITH_KNOWN_TYPES.contains(extension);
  }
}
