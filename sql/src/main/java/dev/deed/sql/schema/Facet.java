package dev.deed.sql.schema;

/// The facts that an object of a schema may have. What each of them weighs in a comparison, the
/// drift checker says.
public enum Facet {
  // Of every object
  OWNER("owner"),
  COMMENT("comment"),
  PRIVILEGES("privileges of %s"),
  SECURITY_LABEL("security label of %s"),
  DEPENDS_ON_EXTENSION("dependency on extension %s"),
  // Of tables
  COLUMNS("columns"),
  PERSISTENCE("persistence"),
  OF_TYPE("of type"),
  REPLICA_IDENTITY("replica identity"),
  ROW_SECURITY("row security"),
  FORCE_ROW_SECURITY("force row security"),
  PARTITION_BY("partition by"),
  PARTITION_OF("partition of"),
  PARTITION_BOUND("partition bound"),
  INHERITS("inherits"),
  SERVER("server"),
  SERVER_OPTION("server option %s"),
  // Of what has storage
  ACCESS_METHOD("access method"),
  TABLESPACE("tablespace"),
  CLUSTER_ON("cluster on"),
  OPTION("option %s"),
  // Of sequences
  START("start"),
  MINIMUM("minimum"),
  MAXIMUM("maximum"),
  INCREMENT("increment"),
  CACHE("cache"),
  CYCLE("cycle"),
  OWNED_BY("owned by"),
  // Of indexes
  TABLE("table"),
  UNIQUE("unique"),
  METHOD("method"),
  KEYS("keys"),
  INCLUDE("include"),
  NULLS_NOT_DISTINCT("nulls not distinct"),
  WHERE("where"),
  CONSTRAINT("constraint"),
  ATTACHED_TO("attached to"),
  // Of columns, some of sequences and domains too
  TYPE("type"),
  DEFAULT("default"),
  NOT_NULL("not null"),
  GENERATED("generated"),
  IDENTITY("identity"),
  COLLATION("collation"),
  STORAGE("storage"),
  COMPRESSION("compression"),
  STATISTICS("statistics"),
  FOREIGN_OPTION("foreign option %s"),
  // Of columns, constraints and triggers
  INHERITED("inherited"),
  // Of constraints, triggers, rules and policies; the definition of views and of other objects too
  DEFINITION("definition"),
  NOT_VALID("not valid"),
  ENABLED("enabled"),
  CONSTRAINT_TRIGGER("constraint"),
  RESTRICTIVE("restrictive"),
  COMMAND("command"),
  ROLES("roles"),
  USING("using"),
  CHECK("check"),
  // Of types
  LABELS("labels"),
  ATTRIBUTES("attributes"),
  ATTRIBUTE("attribute %s"),
  ATTRIBUTE_COMMENT("attribute %s comment"),
  DOMAIN_CHECK("constraint %s"),
  DOMAIN_CHECK_NOT_VALID("constraint %s not valid"),
  DOMAIN_CHECK_COMMENT("constraint %s comment"),
  RANGE("range"),
  // Of routines
  ARGUMENTS("arguments"),
  RETURNS("returns"),
  LANGUAGE("language"),
  BODY("body"),
  BODY_IS_SQL("body is sql"),
  VOLATILITY("option volatility"),
  STRICT("option strict"),
  SECURITY_DEFINER("option security definer"),
  LEAKPROOF("option leakproof"),
  PARALLEL("option parallel"),
  COST("option cost"),
  ROWS("option rows"),
  SUPPORT("option support"),
  WINDOW("option window"),
  TRANSFORM("option transform"),
  SETTING("setting %s"),
  // Of extensions
  SCHEMA("schema"),
  VERSION("version"),
  // Of publications
  ALL_TABLES("all tables"),
  SCHEMAS("schemas"),
  PUBLISHED_TABLE("table %s"),
  // Of text search configurations
  MAPPING("mapping for %s"),
  // Of objects that are their definition: what ALTER said since
  CHANGE("change %s");

  private final String words;

  Facet(String words) {
    this.words = words;
  }

  /// As people write it: `not null`, `privileges of app`.
  ///
  /// @param of see `FacetName`
  String words(String of) {
    return words.replace("%s", of);
  }
}
