package dev.deed.sql.parse;

import dev.deed.sql.QualifiedName;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What functions of PostgreSQL and of its extensions do with the relations and the SQL that their
/// arguments name: one table, so that a further function is one line.
final class FunctionMeanings {

  /// What a function does with one argument.
  enum Use {
    /// Looks a relation up in the catalog. A computed name is not reported.
    NAMES,
    /// Reads rows of the relation.
    READS,
    /// Writes rows of the relation, or advances the sequence.
    WRITES,
    /// Changes the definition of the relation.
    DEFINES,
    /// Runs the SQL in the argument, now or later.
    RUNS,
    /// Changes the parameter in the first argument to the value in the second.
    SETS,
    /// Reaches relations that no argument names.
    OPAQUE
  }

  /// @param argument its position; negative counts from the last
  /// @param name the argument's name in `name => value`, null if the function names none
  /// @param reason of `OPAQUE`
  record Meaning(Use use, int argument, @Nullable String name, String reason) {}

  private static final String CORE = "pg_catalog";

  /// `function[/arguments] use [argument[:name] ...]`. A section names the extension, and the
  /// schema if its functions always are in one.
  private static final String TABLE =
      """
      [core]
      nextval writes 0
      setval writes 0
      currval names 0
      to_regclass names 0
      pg_get_serial_sequence names 0
      pg_sequence_last_value names 0
      pg_sequence_parameters names 0
      pg_relation_size names 0
      pg_total_relation_size names 0
      pg_table_size names 0
      pg_indexes_size names 0
      pg_relation_filepath names 0
      pg_relation_filenode names 0
      pg_relation_is_updatable names 0
      pg_column_is_updatable names 0
      pg_partition_tree names 0
      pg_partition_ancestors names 0
      pg_partition_root names 0
      row_security_active names 0
      has_table_privilege names -2
      has_any_column_privilege names -2
      has_column_privilege names -3
      has_sequence_privilege names -2
      set_config sets 0
      table_to_xml reads 0:tbl
      table_to_xmlschema names 0:tbl
      table_to_xml_and_xmlschema reads 0:tbl
      query_to_xml runs 0:query
      query_to_xmlschema runs 0:query
      query_to_xml_and_xmlschema runs 0:query
      schema_to_xml opaque reads every table of the schema
      schema_to_xmlschema opaque reads every table of the schema
      schema_to_xml_and_xmlschema opaque reads every table of the schema
      database_to_xml opaque reads every table of the database
      database_to_xmlschema opaque reads every table of the database
      database_to_xml_and_xmlschema opaque reads every table of the database
      ts_stat runs 0:query
      ts_rewrite/2 runs 1
      lo_open opaque opens a large object, and large objects have no owner in the ownership file
      lo_get opaque reads a large object, and large objects have no owner in the ownership file
      lo_put opaque writes a large object, and large objects have no owner in the ownership file
      lo_unlink opaque deletes a large object, and large objects have no owner in the ownership file
      lo_export opaque reads a large object, and large objects have no owner in the ownership file
      lo_truncate opaque writes a large object, and large objects have no owner in the ownership file
      lo_truncate64 opaque writes a large object, and large objects have no owner in the ownership file
      lowrite opaque writes a large object, and large objects have no owner in the ownership file
      brin_summarize_new_values defines 0
      brin_summarize_range defines 0
      brin_desummarize_range defines 0
      gin_clean_pending_list defines 0
      pg_extension_config_dump defines 0
      pg_stat_reset_single_table_counters names 0
      pg_restore_relation_stats opaque changes the statistics of a table
      pg_clear_relation_stats opaque changes the statistics of a table
      pg_restore_attribute_stats opaque changes the statistics of a table
      pg_clear_attribute_stats opaque changes the statistics of a table
      pg_logical_slot_get_changes opaque reads the changes of all tables
      pg_logical_slot_peek_changes opaque reads the changes of all tables
      pg_logical_slot_get_binary_changes opaque reads the changes of all tables
      pg_logical_slot_peek_binary_changes opaque reads the changes of all tables
      pg_create_logical_replication_slot opaque keeps the changes of all tables until they are read
      pg_replication_slot_advance opaque skips changes of all tables that the slot's reader waits for
      pg_drop_replication_slot opaque ends the replication of the slot's reader
      pg_stat_reset opaque resets the statistics of all tables, by which autovacuum decides
      pg_get_sequence_data names 0

      [dblink]
      dblink opaque runs SQL over a connection of its own
      dblink_exec opaque runs SQL over a connection of its own
      dblink_open opaque runs SQL over a connection of its own
      dblink_send_query opaque runs SQL over a connection of its own
      dblink_get_pkey reads 0
      dblink_build_sql_insert reads 0
      dblink_build_sql_delete reads 0
      dblink_build_sql_update reads 0

      [tablefunc]
      crosstab runs 0 1
      crosstab2 runs 0
      crosstab3 runs 0
      crosstab4 runs 0
      crosstab_hash runs 0 1
      connectby reads 0

      [xml2]
      xpath_table reads 2

      [pgstattuple]
      pgstattuple reads 0
      pgstattuple_approx reads 0
      pgstatindex reads 0
      pgstatginindex reads 0
      pgstathashindex reads 0
      pg_relpages reads 0

      [pg_prewarm]
      pg_prewarm reads 0

      [pageinspect]
      get_raw_page reads 0
      bt_metap reads 0
      bt_page_stats reads 0
      bt_multi_page_stats reads 0
      bt_page_items/2 reads 0
      hash_bitmap_info reads 0
      brin_page_items reads 1

      [pg_visibility]
      pg_visibility reads 0
      pg_visibility_map reads 0
      pg_visibility_map_summary reads 0
      pg_check_frozen reads 0
      pg_check_visible reads 0
      pg_truncate_visibility_map defines 0

      [pg_freespacemap]
      pg_freespace reads 0

      [pgrowlocks]
      pgrowlocks reads 0

      [amcheck]
      bt_index_check reads 0
      bt_index_parent_check reads 0
      gin_index_check reads 0
      verify_heapam reads 0:relation

      [pg_surgery]
      heap_force_kill writes 0
      heap_force_freeze writes 0

      [postgis]
      addgeometrycolumn/5 defines 0
      addgeometrycolumn/6 defines 0
      addgeometrycolumn opaque changes a table that its arguments name in parts
      dropgeometrycolumn/2 defines 0
      dropgeometrycolumn opaque changes a table that its arguments name in parts
      dropgeometrytable/1 defines 0
      dropgeometrytable opaque drops a table that its arguments name in parts
      updategeometrysrid/3 defines 0
      updategeometrysrid opaque changes a table that its arguments name in parts
      populate_geometry_columns/0 opaque changes every table with a geometry column
      populate_geometry_columns defines 0
      addrasterconstraints opaque changes a table that its arguments name in parts
      droprasterconstraints opaque changes a table that its arguments name in parts
      addoverviewconstraints opaque changes tables that its arguments name in parts
      st_findextent opaque reads a table that its arguments name in parts
      st_estimatedextent opaque reads a table that its arguments name in parts
      find_extent opaque reads a table that its arguments name in parts
      estimated_extent opaque reads a table that its arguments name in parts
      checkauth opaque changes a table that its arguments name in parts
      lockrow opaque changes rows of a table that its arguments name in parts
      addrastercolumn opaque changes a table that its arguments name in parts
      dropoverviewconstraints opaque changes tables that its arguments name in parts
      copytopology opaque creates a schema with tables
      renametopology opaque renames a schema with its tables
      droptopogeometrycolumn opaque changes a table that its arguments name in parts

      [pgrouting]
      pgr_dijkstra runs 0
      pgr_dijkstracost runs 0
      pgr_dijkstravia runs 0
      pgr_bddijkstra runs 0
      pgr_astar runs 0
      pgr_bdastar runs 0
      pgr_ksp runs 0
      pgr_trsp runs 0
      pgr_drivingdistance runs 0
      pgr_withpoints runs 0
      pgr_connectedcomponents runs 0
      pgr_strongcomponents runs 0
      pgr_maxflow runs 0
      pgr_tsp runs 0
      pgr_createtopology defines 0
      pgr_createverticestable defines 0
      pgr_nodenetwork defines 0
      pgr_analyzegraph writes 0
      pgr_analyzeoneway writes 0
      createtopology opaque creates a schema with tables
      droptopology opaque drops a schema with its tables
      addtopogeometrycolumn opaque changes a table that its arguments name in parts

      [timescaledb]
      create_hypertable defines 0:relation
      create_distributed_hypertable defines 0:relation
      add_dimension defines 0:hypertable
      attach_chunk defines 0
      detach_chunk defines 0
      set_adaptive_chunking defines 0
      hypertable_index_size names 0
      chunks_detailed_size names 0:hypertable
      hypertable_compression_stats names 0:hypertable
      hypertable_columnstore_stats names 0:hypertable
      add_process_hypertable_invalidations_policy defines 0:hypertable
      timescaledb_pre_restore opaque switches the triggers of all hypertables off
      timescaledb_post_restore opaque changes settings of all hypertables
      set_chunk_time_interval defines 0:hypertable
      set_integer_now_func defines 0:hypertable
      set_number_partitions defines 0:hypertable
      drop_chunks defines 0:relation
      show_chunks names 0:relation
      attach_tablespace defines 1:hypertable
      detach_tablespace defines 1:hypertable
      detach_tablespaces defines 0:hypertable
      compress_chunk defines 0:uncompressed_chunk
      decompress_chunk defines 0:uncompressed_chunk
      recompress_chunk defines 0:chunk
      convert_to_columnstore defines 0:chunk
      convert_to_rowstore defines 0:chunk
      reorder_chunk defines 0:chunk
      move_chunk defines 0:chunk
      merge_chunks opaque changes chunks of a hypertable
      split_chunk defines 0:chunk
      enable_chunk_skipping defines 0:hypertable
      disable_chunk_skipping defines 0:hypertable
      add_compression_policy defines 0:hypertable
      remove_compression_policy defines 0:hypertable
      add_columnstore_policy defines 0:hypertable
      remove_columnstore_policy defines 0:hypertable
      add_retention_policy defines 0:relation
      remove_retention_policy defines 0:relation
      add_reorder_policy defines 0:hypertable
      remove_reorder_policy defines 0:hypertable
      add_continuous_aggregate_policy defines 0:continuous_aggregate
      remove_continuous_aggregate_policy defines 0:continuous_aggregate
      add_policies defines 0:relation
      remove_policies defines 0:relation
      refresh_continuous_aggregate writes 0:continuous_aggregate
      add_job opaque runs a procedure later
      run_job opaque runs the procedure of a job
      alter_job opaque changes a job
      delete_job opaque deletes a job
      hypertable_size names 0:hypertable
      hypertable_detailed_size names 0:hypertable
      approximate_row_count names 0:relation

      [pg_partman]
      create_parent defines 0:p_parent_table
      create_partition defines 0:p_parent_table
      create_sub_parent defines 0:p_top_parent
      create_partition_time defines 0:p_parent_table
      create_partition_id defines 0:p_parent_table
      drop_partition_time defines 0:p_parent_table
      drop_partition_id defines 0:p_parent_table
      undo_partition defines 0:p_parent_table
      partition_data_time defines 0:p_parent_table
      partition_data_id defines 0:p_parent_table
      partition_gap_fill defines 0:p_parent_table
      reapply_privileges defines 0:p_parent_table
      partition_data_proc defines 0:p_parent_table
      undo_partition_proc defines 0:p_parent_table
      reapply_constraints_proc defines 0:p_parent_table
      apply_constraints defines 0:p_parent_table
      drop_constraints defines 0:p_parent_table
      apply_privileges opaque changes the privileges of tables that its arguments name in parts
      stop_sub_partition defines 0:p_parent_table
      config_cleanup defines 0:p_parent_table
      check_default opaque reads the default partitions of all tables
      run_maintenance_proc opaque creates and drops partitions of all tables
      run_analyze opaque analyzes all partitioned tables
      run_maintenance/0 opaque creates and drops partitions of all tables
      run_maintenance defines 0:p_parent_table

      [pg_cron cron]
      schedule/2 runs 1:command
      schedule runs 2:command
      schedule_in_database opaque runs SQL in another database
      alter_job opaque changes a job
      unschedule opaque deletes a job

      [pgmq pgmq]
      create opaque creates tables
      create_partitioned opaque creates tables
      create_unlogged opaque creates tables
      drop_queue opaque drops tables
      purge_queue opaque deletes rows
      create_non_partitioned opaque creates tables
      convert_archive_partitioned opaque changes the tables of a queue
      detach_archive opaque changes the tables of a queue
      send opaque writes to the tables of a queue
      send_batch opaque writes to the tables of a queue
      send_topic opaque writes to the tables of queues
      read opaque writes to the tables of a queue
      read_with_poll opaque writes to the tables of a queue
      pop opaque writes to the tables of a queue
      set_vt opaque writes to the tables of a queue
      archive opaque writes to the tables of a queue
      delete opaque writes to the tables of a queue

      [supa_audit audit]
      enable_tracking defines 0
      disable_tracking defines 0
      audit_table defines 0
      unaudit_table defines 0

      [anon anon]
      anonymize_table writes 0
      anonymize_column writes 0
      shuffle_column writes 0
      anonymize_database opaque changes rows of all tables with masking rules
      start_dynamic_masking opaque changes how all tables are read
      stop_dynamic_masking opaque changes how all tables are read

      [periods periods]
      add_period defines 0:table_name
      drop_period defines 0:table_name
      add_system_time_period defines 0:table_class
      drop_system_time_period defines 0:table_name
      add_system_versioning defines 0:table_class
      drop_system_versioning defines 0:table_name
      add_unique_key defines 0:table_name
      drop_unique_key defines 0:table_name
      add_foreign_key defines 0:table_name
      drop_foreign_key defines 0:table_name
      add_for_portion_view defines 0:table_name

      [pg_tle pgtle]
      install_extension opaque installs SQL that CREATE EXTENSION runs
      install_extension_version_sql opaque installs SQL that CREATE EXTENSION runs
      install_update_path opaque installs SQL that ALTER EXTENSION runs
      uninstall_extension opaque removes an extension's SQL
      register_feature opaque makes a function run for all services

      [pg_repack repack]
      repack_apply opaque rewrites a table
      repack_swap opaque rewrites a table
      repack_drop opaque changes a table
      repack_index_swap opaque rewrites an index
      create_table opaque creates a table
      create_log_table opaque creates a table
      disable_autovacuum opaque changes a table

      [index_advisor]
      index_advisor runs 0

      [pg_dirtyread]
      pg_dirtyread reads 0

      [pg_pathman]
      create_range_partitions defines 0:parent_relid
      create_hash_partitions defines 0:parent_relid
      add_to_pathman_config defines 0:parent_relid
      append_range_partition defines 0:parent_relid
      prepend_range_partition defines 0:parent_relid
      add_range_partition defines 0:parent_relid
      drop_range_partition defines 0
      attach_range_partition defines 0:parent_relid
      detach_range_partition defines 0
      drop_partitions defines 0:parent_relid
      partition_table_concurrently defines 0:relation

      [orafce dbms_sql]
      parse opaque runs SQL later

      [citus]
      create_distributed_table defines 0:table_name
      create_distributed_table_concurrently defines 0:table_name
      create_reference_table defines 0:table_name
      undistribute_table defines 0:table_name
      alter_distributed_table defines 0:table_name
      alter_table_set_access_method defines 0:table_name
      truncate_local_data_after_distributing_table writes 0:function_table_name
      citus_add_local_table_to_metadata defines 0:table_name
      citus_remove_local_table_from_metadata defines 0
      master_create_distributed_table defines 0
      create_time_partitions defines 0:table_name
      drop_old_time_partitions defines 0:table_name
      alter_columnar_table_set defines 0
      update_distributed_table_colocation defines 0:table_name
      isolate_tenant_to_new_shard defines 0:table_name
      rebalance_table_shards/0 opaque moves shards of all tables
      rebalance_table_shards defines 0:relation
      citus_rebalance_start opaque moves shards of all tables
      citus_drain_node opaque moves shards of all tables
      citus_move_shard_placement opaque moves a shard of a table
      citus_copy_shard_placement opaque copies a shard of a table
      citus_split_shard_by_split_points opaque splits a shard of a table
      citus_schema_distribute opaque changes all tables of the schema
      citus_schema_undistribute opaque changes all tables of the schema
      citus_drop_all_shards defines 0
      run_command_on_workers opaque runs SQL on other servers
      run_command_on_shards opaque runs SQL on other servers
      run_command_on_placements opaque runs SQL on other servers
      run_command_on_all_nodes opaque runs SQL on other servers
      master_get_table_ddl_events names 0

      [pg_ivm]
      create_immv runs 1
      refresh_immv writes 0

      [pg_background]
      pg_background_launch runs 0

      [pg_squeeze squeeze]
      squeeze_table opaque rewrites a table that its arguments name in parts

      [age]
      cypher opaque reads and writes tables of a graph
      create_graph opaque creates a schema with tables
      drop_graph opaque drops a schema with its tables
      alter_graph opaque renames a schema with its tables
      create_vlabel opaque creates a table of a graph
      create_elabel opaque creates a table of a graph
      drop_label opaque drops a table of a graph
      load_labels_from_file opaque writes to a table of a graph
      load_edges_from_file opaque writes to a table of a graph

      [pg_graphql graphql]
      resolve opaque runs a query that is not SQL

      [pglogical pglogical]
      replication_set_add_table defines 1:relation
      replication_set_remove_table defines 1:relation
      replication_set_add_sequence defines 1:relation
      replication_set_remove_sequence defines 1:relation
      replication_set_add_all_sequences opaque replicates every sequence of the schemas
      alter_subscription_resynchronize_table writes 1:relation
      alter_subscription_synchronize opaque writes to any table that the other server replicates
      synchronize_sequence writes 0:relation
      table_data_filtered reads 1:relation
      replication_set_add_all_tables opaque replicates every table of the schemas
      create_subscription opaque writes to any table that the other server replicates
      replicate_ddl_command runs 0:command
      """;

  private static final Map<String, List<Meaning>> MEANINGS = new HashMap<>();

  /// Functions that only count in the schema of their extension: their names are common.
  private static final Set<String> SCHEMAS =
      Set.of(
          "cron",
          "pgmq",
          "squeeze",
          "graphql",
          "pglogical",
          "audit",
          "anon",
          "periods",
          "pgtle",
          "repack",
          "dbms_sql");

  static {
    var schema = "";
    for (var line : TABLE.lines().toList()) {
      if (line.startsWith("[")) {
        schema = section(line.substring(1, line.length() - 1));
      } else if (!line.isBlank()) {
        read(schema, line.split(" ", 3));
      }
    }
  }

  private FunctionMeanings() {}

  private static String section(String title) {
    var words = title.split(" ");
    return words[0].equals("core") ? CORE + "." : words.length > 1 ? words[1] + "." : "";
  }

  private static void read(String schema, String[] words) {
    var use = Use.valueOf(words[1].toUpperCase(Locale.ROOT));
    var meanings = MEANINGS.computeIfAbsent(schema + words[0], _ -> new ArrayList<>());
    if (use == Use.OPAQUE) {
      meanings.add(new Meaning(use, 0, null, words[2]));
      return;
    }
    for (var argument : words[2].split(" ")) {
      var parts = argument.split(":");
      var name = parts.length > 1 ? parts[1] : null;
      meanings.add(new Meaning(use, Integer.parseInt(parts[0]), name, ""));
    }
  }

  /// What a call of the function does, nothing if it reaches no relation.
  ///
  /// @param arguments the number of arguments
  static List<Meaning> of(QualifiedName function, int arguments) {
    var schema = function.schema();
    var name = function.name();
    if (schema == null || schema.equals(CORE)) {
      var core = find(CORE + "." + name, arguments);
      if (core != null) {
        return core;
      }
    }
    var meanings =
        schema != null && SCHEMAS.contains(schema)
            ? find(schema + "." + name, arguments)
            : find(name, arguments);
    return meanings == null ? List.of() : meanings;
  }

  private static @Nullable List<Meaning> find(String name, int arguments) {
    var exact = MEANINGS.get(name + "/" + arguments);
    return exact == null ? MEANINGS.get(name) : exact;
  }
}
