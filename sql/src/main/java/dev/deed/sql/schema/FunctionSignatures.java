package dev.deed.sql.schema;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// The argument types of PostgreSQL's own functions and aggregates that people call, and what it
/// converts by itself for a call.
final class FunctionSignatures {

  /// Written after the last type, of which there may be any number.
  private static final String MORE = "...";

  /// For each type, those that its values become in a call.
  private static final Map<String, Set<String>> CONVERTED =
      Map.ofEntries(
          Map.entry(
              "smallint",
              Set.of("integer", "bigint", "numeric", "real", "double precision", "oid")),
          Map.entry("integer", Set.of("bigint", "numeric", "real", "double precision", "oid")),
          Map.entry("bigint", Set.of("numeric", "real", "double precision", "oid")),
          Map.entry("numeric", Set.of("real", "double precision")),
          Map.entry("real", Set.of("double precision")),
          Map.entry("character varying", Set.of("text", "character", "name", "regclass")),
          Map.entry("character", Set.of("text", "character varying", "name")),
          Map.entry("name", Set.of("text")),
          Map.entry("\"char\"", Set.of("text")),
          Map.entry("text", Set.of("character", "character varying", "name", "regclass")),
          Map.entry("date", Set.of("timestamp without time zone", "timestamp with time zone")),
          Map.entry("timestamp without time zone", Set.of("timestamp with time zone")),
          Map.entry("time without time zone", Set.of("interval", "time with time zone")),
          Map.entry("cidr", Set.of("inet")),
          Map.entry("macaddr", Set.of("macaddr8")),
          Map.entry("macaddr8", Set.of("macaddr")),
          Map.entry("bit", Set.of("bit varying")),
          Map.entry("bit varying", Set.of("bit")),
          Map.entry("regclass", Set.of("oid")),
          Map.entry("oid", Set.of("regclass")));

  /// Types that PostgreSQL prefers among those that a value could become.
  private static final Set<String> PREFERRED =
      Set.of(
          "double precision",
          "text",
          "timestamp with time zone",
          "interval",
          "inet",
          "oid",
          "bit varying");

  private static final String ALL =
      """
          abbrev cidr; inet | abs bigint; double precision; integer; numeric; real; smallint | aclcontains aclitem[],
          aclitem | acldefault "char", oid | aclinsert aclitem[], aclitem | aclremove aclitem[], aclitem | acos double
          precision | acosd double precision | acosh double precision | age timestamp with time zone; timestamp with
          time zone, timestamp with time zone; timestamp without time zone; timestamp without time zone, timestamp
          without time zone; xid | amvalidate oid | area box; circle; path | array_agg anyarray; anynonarray |
          array_append anycompatiblearray, anycompatible | array_dims anyarray | array_fill anyelement, integer[];
          anyelement, integer[], integer[] | array_length anyarray, integer | array_lower anyarray, integer |
          array_ndims anyarray | array_position anycompatiblearray, anycompatible; anycompatiblearray, anycompatible,
          integer | array_positions anycompatiblearray, anycompatible | array_prepend anycompatible,
          anycompatiblearray | array_remove anycompatiblearray, anycompatible | array_replace anycompatiblearray,
          anycompatible, anycompatible | array_to_json anyarray; anyarray, boolean | array_to_string anyarray, text;
          anyarray, text, text | array_to_tsvector text[] | array_upper anyarray, integer | asin double precision |
          asind double precision | asinh double precision | atan double precision | atan2 double precision, double
          precision | atan2d double precision, double precision | atand double precision | atanh double precision |
          avg bigint; double precision; integer; interval; numeric; real; smallint | bit bit, integer, boolean |
          bit_and bigint; bit; integer; smallint | bit_count bit; bytea | bit_length bit; bytea; text | bit_or bigint;
          bit; integer; smallint | bit_xor bigint; bit; integer; smallint | bool_and boolean | bool_or boolean |
          bpchar character, integer, boolean | broadcast inet | btrim bytea, bytea; text; text, text | cardinality
          anyarray | cash_words money | cbrt double precision | ceil double precision; numeric | ceiling double
          precision; numeric | center box; circle | char_length character; text | character_length character; text |
          concat "any"... | concat_ws text, "any"... | corr double precision, double precision | cos double precision
          | cosd double precision | cosh double precision | cot double precision | cotd double precision | count "any"
          | covar_pop double precision, double precision | covar_samp double precision, double precision | cume_dist
          "any"... | current_schemas boolean | current_setting text; text, boolean | currval regclass | date_bin
          interval, timestamp with time zone, timestamp with time zone; interval, timestamp without time zone,
          timestamp without time zone | date_part text, date; text, interval; text, time with time zone; text, time
          without time zone; text, timestamp with time zone; text, timestamp without time zone | date_trunc text,
          interval; text, timestamp with time zone; text, timestamp with time zone, text; text, timestamp without time
          zone | datemultirange daterange; daterange[]... | daterange date, date; date, date, text | daterange_subdiff
          date, date | degrees double precision | dense_rank "any"... | dexp double precision | diagonal box |
          diameter circle | div numeric, numeric | dlog1 double precision | dlog10 double precision | dround double
          precision | dtrunc double precision | enum_first anyenum | enum_last anyenum | enum_range anyenum; anyenum,
          anyenum | every boolean | exp double precision; numeric | extract text, date; text, interval; text, time
          with time zone; text, time without time zone; text, timestamp with time zone; text, timestamp without time
          zone | factorial bigint | family inet | first_value anyelement | floor double precision; numeric |
          fmgr_c_validator oid | fmgr_internal_validator oid | fmgr_sql_validator oid | format text; text, "any"... |
          format_type oid, integer | gcd bigint, bigint; integer, integer; numeric, numeric | generate_series bigint,
          bigint; bigint, bigint, bigint; integer, integer; integer, integer, integer; numeric, numeric; numeric,
          numeric, numeric; timestamp with time zone, timestamp with time zone, interval; timestamp without time zone,
          timestamp without time zone, interval | generate_subscripts anyarray, integer; anyarray, integer, boolean |
          get_bit bit, integer; bytea, bigint | get_byte bytea, integer | height box | host inet | hostmask inet |
          initcap text | int4inc integer | int4multirange int4range; int4range[]... | int4range integer, integer;
          integer, integer, text | int4range_subdiff integer, integer | int8multirange int8range; int8range[]... |
          int8range bigint, bigint; bigint, bigint, text | int8range_subdiff bigint, bigint | interval interval,
          integer | is_normalized text, text | isclosed path | isempty anymultirange | isfinite date; interval;
          timestamp with time zone; timestamp without time zone | ishorizontal line; lseg; point, point | isopen path
          | isparallel line, line; lseg, lseg | isperp line, line; lseg, lseg | isvertical line; lseg; point, point |
          json_array_elements json | json_array_elements_text json | json_array_length json | json_build_array
          "any"... | json_build_object "any"... | json_each json | json_each_text json | json_extract_path json,
          text[]... | json_extract_path_text json, text[]... | json_object text[]; text[], text[] | json_object_keys
          json | json_populate_record anyelement, json, boolean | json_populate_recordset anyelement, json, boolean |
          json_strip_nulls json | json_to_record json | json_to_recordset json | json_to_tsvector json, jsonb;
          regconfig, json, jsonb | json_typeof json | jsonb_array_elements jsonb | jsonb_array_elements_text jsonb |
          jsonb_array_length jsonb | jsonb_build_array "any"... | jsonb_build_object "any"... | jsonb_each jsonb |
          jsonb_each_text jsonb | jsonb_extract_path jsonb, text[]... | jsonb_extract_path_text jsonb, text[]... |
          jsonb_insert jsonb, text[], jsonb, boolean | jsonb_object text[]; text[], text[] | jsonb_object_keys jsonb |
          jsonb_path_exists jsonb, jsonpath, jsonb, boolean | jsonb_path_exists_tz jsonb, jsonpath, jsonb, boolean |
          jsonb_path_match jsonb, jsonpath, jsonb, boolean | jsonb_path_match_tz jsonb, jsonpath, jsonb, boolean |
          jsonb_path_query jsonb, jsonpath, jsonb, boolean | jsonb_path_query_array jsonb, jsonpath, jsonb, boolean |
          jsonb_path_query_array_tz jsonb, jsonpath, jsonb, boolean | jsonb_path_query_first jsonb, jsonpath, jsonb,
          boolean | jsonb_path_query_first_tz jsonb, jsonpath, jsonb, boolean | jsonb_path_query_tz jsonb, jsonpath,
          jsonb, boolean | jsonb_populate_record anyelement, jsonb | jsonb_populate_recordset anyelement, jsonb |
          jsonb_pretty jsonb | jsonb_set jsonb, text[], jsonb, boolean | jsonb_set_lax jsonb, text[], jsonb, boolean,
          text | jsonb_strip_nulls jsonb | jsonb_to_record jsonb | jsonb_to_recordset jsonb | jsonb_to_tsvector jsonb,
          jsonb; regconfig, jsonb, jsonb | jsonb_typeof jsonb | justify_days interval | justify_hours interval |
          justify_interval interval | lag anycompatible, integer, anycompatible; anyelement; anyelement, integer |
          last_value anyelement | lcm bigint, bigint; integer, integer; numeric, numeric | lead anycompatible,
          integer, anycompatible; anyelement; anyelement, integer | left text, integer | length bit; bytea; bytea,
          name; character; lseg; path; text; tsvector | like bytea, bytea; name, text; text, text | line point, point
          | ln double precision; numeric | log double precision; numeric; numeric, numeric | log10 double precision;
          numeric | lower anymultirange; anyrange; text | lower_inc anymultirange; anyrange | lower_inf anymultirange;
          anyrange | lpad text, integer; text, integer, text | lseg box | ltrim bytea, bytea; text; text, text |
          macaddr8_set7bit macaddr8 | make_date integer, integer, integer | make_interval integer, integer, integer,
          integer, integer, integer, double precision | make_time integer, integer, double precision | make_timestamp
          integer, integer, integer, integer, integer, double precision | make_timestamptz integer, integer, integer,
          integer, integer, double precision; integer, integer, integer, integer, integer, double precision, text |
          masklen inet | max anyarray; anyenum; bigint; character; date; double precision; inet; integer; interval;
          money; numeric; oid; pg_lsn; real; smallint; text; tid; time with time zone; time without time zone;
          timestamp with time zone; timestamp without time zone; xid8 | md5 bytea; text | min anyarray; anyenum;
          bigint; character; date; double precision; inet; integer; interval; money; numeric; oid; pg_lsn; real;
          smallint; text; tid; time with time zone; time without time zone; timestamp with time zone; timestamp
          without time zone; xid8 | min_scale numeric | mod bigint, bigint; integer, integer; numeric, numeric;
          smallint, smallint | mode anyelement | multirange anyrange | mxid_age xid | nameconcatoid name, oid |
          netmask inet | network inet | nextval regclass | normalize text, text | notlike bytea, bytea; name, text;
          text, text | npoints path; polygon | nth_value anyelement, integer | ntile integer | num_nonnulls "any"... |
          num_nulls "any"... | numeric numeric, integer | numeric_div_trunc numeric, numeric | numeric_exp numeric |
          numeric_inc numeric | numeric_ln numeric | numeric_log numeric, numeric | numeric_sqrt numeric |
          nummultirange numrange; numrange[]... | numnode tsquery | numrange numeric, numeric; numeric, numeric, text
          | numrange_subdiff numeric, numeric | octet_length bit; bytea; character; text | oidvectortypes oidvector |
          overlaps time with time zone, time with time zone, time with time zone, time with time zone; time without
          time zone, interval, time without time zone, interval; time without time zone, interval, time without time
          zone, time without time zone; time without time zone, time without time zone, time without time zone,
          interval; time without time zone, time without time zone, time without time zone, time without time zone;
          timestamp with time zone, interval, timestamp with time zone, interval; timestamp with time zone, interval,
          timestamp with time zone, timestamp with time zone; timestamp with time zone, timestamp with time zone,
          timestamp with time zone, interval; timestamp with time zone, timestamp with time zone, timestamp with time
          zone, timestamp with time zone; timestamp without time zone, interval, timestamp without time zone,
          interval; timestamp without time zone, interval, timestamp without time zone, timestamp without time zone;
          timestamp without time zone, timestamp without time zone, timestamp without time zone, interval; timestamp
          without time zone, timestamp without time zone, timestamp without time zone, timestamp without time zone |
          overlay bit, bit, integer; bit, bit, integer, integer; bytea, bytea, integer; bytea, bytea, integer,
          integer; text, text, integer; text, text, integer, integer | parse_ident text, boolean | pclose path |
          percent_rank "any"... | percentile_cont double precision, double precision; double precision, interval;
          double precision[], double precision; double precision[], interval | percentile_disc double precision,
          anyelement; double precision[], anyelement | phraseto_tsquery regconfig, text; text | plainto_tsquery
          regconfig, text; text | plpgsql_validator oid | point box; circle; lseg; polygon | popen path | position
          bit, bit; bytea, bytea; text, text | postgresql_fdw_validator text[], oid | pow double precision, double
          precision; numeric, numeric | power double precision, double precision; numeric, numeric | querytree tsquery
          | quote_ident text | quote_literal anyelement; text | quote_nullable anyelement; text | radians double
          precision | radius circle | range_agg anymultirange; anyrange | range_intersect_agg anymultirange; anyrange
          | range_merge anymultirange | rank "any"... | regexp_count text, text; text, text, integer; text, text,
          integer, text | regexp_instr text, text; text, text, integer; text, text, integer, integer; text, text,
          integer, integer, integer; text, text, integer, integer, integer, text; text, text, integer, integer,
          integer, text, integer | regexp_like text, text; text, text, text | regexp_match text, text; text, text,
          text | regexp_matches text, text; text, text, text | regexp_replace text, text, text; text, text, text,
          integer; text, text, text, integer, integer; text, text, text, integer, integer, text; text, text, text,
          text | regexp_split_to_array text, text; text, text, text | regexp_split_to_table text, text; text, text,
          text | regexp_substr text, text; text, text, integer; text, text, integer, integer; text, text, integer,
          integer, text; text, text, integer, integer, text, integer | regr_avgx double precision, double precision |
          regr_avgy double precision, double precision | regr_count double precision, double precision |
          regr_intercept double precision, double precision | regr_r2 double precision, double precision | regr_slope
          double precision, double precision | regr_sxx double precision, double precision | regr_sxy double
          precision, double precision | regr_syy double precision, double precision | repeat text, integer | replace
          text, text, text | reverse text | right text, integer | round double precision; numeric; numeric, integer |
          row_to_json record; record, boolean | rpad text, integer; text, integer, text | rtrim bytea, bytea; text;
          text, text | scale numeric | set_bit bit, integer, integer; bytea, bigint, integer | set_byte bytea,
          integer, integer | set_config text, text, boolean | set_masklen cidr, integer; inet, integer | setseed
          double precision | setval regclass, bigint; regclass, bigint, boolean | setweight tsvector, "char";
          tsvector, "char", text[] | sha224 bytea | sha256 bytea | sha384 bytea | sha512 bytea | sign double
          precision; numeric | sin double precision | sind double precision | sinh double precision | slope point,
          point | split_part text, text, integer | sqrt double precision; numeric | stddev bigint; double precision;
          integer; numeric; real; smallint | stddev_pop bigint; double precision; integer; numeric; real; smallint |
          stddev_samp bigint; double precision; integer; numeric; real; smallint | string_agg bytea, bytea; text, text
          | string_to_array text, text; text, text, text | string_to_table text, text; text, text, text | strip
          tsvector | strpos text, text | substr bytea, integer; bytea, integer, integer; text, integer; text, integer,
          integer | substring bit, integer; bit, integer, integer; bytea, integer; bytea, integer, integer; text,
          integer; text, integer, integer; text, text; text, text, text | sum bigint; double precision; integer;
          interval; money; numeric; real; smallint | tan double precision | tand double precision | tanh double
          precision | text inet; xml | textlen text | time time without time zone, integer | timestamp timestamp
          without time zone, integer | timestamptz timestamp with time zone, integer | timetz time with time zone,
          integer | timezone interval, time with time zone; interval, timestamp with time zone; interval, timestamp
          without time zone; text, time with time zone; text, timestamp with time zone; text, timestamp without time
          zone | to_ascii text; text, integer; text, name | to_char bigint, text; double precision, text; integer,
          text; interval, text; numeric, text; real, text; timestamp with time zone, text; timestamp without time
          zone, text | to_json anyelement | to_jsonb anyelement | to_tsquery regconfig, text; text | to_tsvector json;
          jsonb; regconfig, json; regconfig, jsonb; regconfig, text; text | translate text, text, text | trim_array
          anyarray, integer | trim_scale numeric | trunc double precision; macaddr; macaddr8; numeric; numeric,
          integer | ts_delete tsvector, text; tsvector, text[] | ts_filter tsvector, "char"[] | ts_headline json,
          tsquery; json, tsquery, text; jsonb, tsquery; jsonb, tsquery, text; regconfig, json, tsquery; regconfig,
          json, tsquery, text; regconfig, jsonb, tsquery; regconfig, jsonb, tsquery, text; regconfig, text, tsquery;
          regconfig, text, tsquery, text; text, tsquery; text, tsquery, text | ts_lexize regdictionary, text |
          ts_parse oid, text; text, text | ts_rank real[], tsvector, tsquery; real[], tsvector, tsquery, integer;
          tsvector, tsquery; tsvector, tsquery, integer | ts_rank_cd real[], tsvector, tsquery; real[], tsvector,
          tsquery, integer; tsvector, tsquery; tsvector, tsquery, integer | ts_rewrite tsquery, text; tsquery,
          tsquery, tsquery | ts_stat text; text, text | ts_token_type oid; text | tsmultirange tsrange; tsrange[]... |
          tsquery_phrase tsquery, tsquery, integer | tsrange timestamp without time zone, timestamp without time zone;
          timestamp without time zone, timestamp without time zone, text | tsrange_subdiff timestamp without time
          zone, timestamp without time zone | tstzmultirange tstzrange; tstzrange[]... | tstzrange timestamp with time
          zone, timestamp with time zone; timestamp with time zone, timestamp with time zone, text | tstzrange_subdiff
          timestamp with time zone, timestamp with time zone | unistr text | unnest anyarray; anymultirange; tsvector
          | upper anymultirange; anyrange; text | upper_inc anymultirange; anyrange | upper_inf anymultirange;
          anyrange | var_pop bigint; double precision; integer; numeric; real; smallint | var_samp bigint; double
          precision; integer; numeric; real; smallint | varbit bit varying, integer, boolean | varchar character
          varying, integer, boolean | variance bigint; double precision; integer; numeric; real; smallint |
          websearch_to_tsquery regconfig, text; text | width box | width_bucket anycompatible, anycompatiblearray;
          double precision, double precision, double precision, integer; numeric, numeric, numeric, integer | xml text
          | xml_is_well_formed text | xml_is_well_formed_content text | xml_is_well_formed_document text | xmlagg xml
          | xmlcomment text | xmlexists text, xml | xmlvalidate xml, text | xpath text, xml; text, xml, text[] |
          xpath_exists text, xml; text, xml, text[]\
      """;

  private static final Map<String, List<Signature>> BY_NAME = read();

  private FunctionSignatures() {}

  /// @param more true if the last type may follow any number of times
  private record Signature(List<String> types, boolean more) {

    static Signature of(String text) {
      var more = text.endsWith(MORE);
      var types = more ? text.substring(0, text.length() - MORE.length()) : text;
      return new Signature(List.of(types.split(", ")), more);
    }

    boolean takes(int arguments) {
      return arguments == types.size() || (more && arguments >= types.size());
    }

    String type(int argument) {
      return types.get(Math.min(argument, types.size() - 1));
    }
  }

  private static Map<String, List<Signature>> read() {
    var byName = new HashMap<String, List<Signature>>();
    for (var entry : ALL.replaceAll("\\s+", " ").split(" \\| ")) {
      var space = entry.indexOf(' ');
      var signatures = entry.substring(space + 1).strip().split("; ");
      byName.put(
          entry.substring(0, space), List.of(signatures).stream().map(Signature::of).toList());
    }
    return byName;
  }

  /// Whether a function of that name with these arguments would be called where one of PostgreSQL's
  /// own has been called until then. Next to one of exactly the same types it is not called at all.
  ///
  /// @param types as `format_type` writes them
  /// @param preferring false for calls with values of exactly these types only; true also for those
  ///   with values of a third type, which could become values of either
  static boolean captures(String function, List<String> types, boolean preferring) {
    var own = BY_NAME.getOrDefault(function, List.of());
    return own.stream().noneMatch(s -> s.types().equals(types) && !s.more())
        && own.stream().anyMatch(s -> s.takes(types.size()) && captures(s, types, preferring));
  }

  private static boolean captures(Signature own, List<String> types, boolean preferring) {
    for (var i = 0; i < types.size(); i++) {
      var given = types.get(i);
      var taken = own.type(i);
      if (!given.equals(taken)
          && !isAny(given, taken)
          && !converted(given).contains(taken)
          && !(preferring && isPreferred(given, taken))) {
        return false;
      }
    }
    return !types.isEmpty();
  }

  private static Set<String> converted(String type) {
    return CONVERTED.getOrDefault(type, Set.of());
  }

  /// A value of a third type can become either.
  private static boolean isPreferred(String given, String taken) {
    return PREFERRED.contains(given)
        && CONVERTED.values().stream().anyMatch(to -> to.contains(given) && to.contains(taken));
  }

  private static boolean isAny(String given, String taken) {
    var isArray = given.endsWith("[]");
    return switch (taken) {
      case "\"any\"", "anyelement", "anycompatible" -> true;
      case "anyarray", "anycompatiblearray" -> isArray;
      case "anynonarray", "anycompatiblenonarray" -> !isArray;
      case "anyrange", "anycompatiblerange" -> given.endsWith("range") && !isMultirange(given);
      case "anymultirange", "anycompatiblemultirange" -> isMultirange(given);
      default -> false;
    };
  }

  private static boolean isMultirange(String type) {
    return type.endsWith("multirange");
  }
}
