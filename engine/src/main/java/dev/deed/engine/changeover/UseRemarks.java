package dev.deed.engine.changeover;

import dev.deed.engine.LiveUse.Reader;
import dev.deed.engine.LiveUse.Readers;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/// What does not hold a contract, but should be known of who reads the old form.
final class UseRemarks {

  private UseRemarks() {}

  /// @param subject the column or table that is about to be dropped
  static List<String> of(String subject, Readers readers) {
    var remarks = new ArrayList<String>();
    switch (readers.counting()) {
      case COUNTED, NOT_ASKED -> {}
      case FORGETFUL ->
          remarks.add(
              "pg_stat_statements has dropped statements that are seldom called, so not all that read %s may be known; a larger pg_stat_statements.max keeps more"
                  .formatted(subject));
      case NOT_INSTALLED ->
          remarks.add(
              "pg_stat_statements is not installed in this database, so who still reads %s is not known; CREATE EXTENSION pg_stat_statements shows it from then on"
                  .formatted(subject));
      case NOT_LOADED ->
          remarks.add(
              "the server has not loaded pg_stat_statements (shared_preload_libraries), so who still reads %s is not known"
                  .formatted(subject));
      case HIDDEN ->
          remarks.add(
              "this role sees no statements of other roles, so who else still reads %s is not known; GRANT pg_read_all_stats to it shows them"
                  .formatted(subject));
      case UNREADABLE ->
          remarks.add(
              "pg_stat_statements cannot be read, so who still reads %s is not known"
                  .formatted(subject));
    }
    if (!readers.whole().isEmpty()) {
      remarks.add(
          "these read whole rows, with %s among the columns, and do not hold the contract: %s"
              .formatted(subject, list(readers.whole())));
    }
    if (!readers.dumps().isEmpty()) {
      remarks.add(
          "these copy all columns, as pg_dump does, and do not hold the contract: "
              + list(readers.dumps()));
    }
    return remarks;
  }

  private static String list(List<Reader> readers) {
    return readers.stream()
        .map(reader -> "%s (`%s`)".formatted(reader.role(), reader.query()))
        .collect(Collectors.joining(", "));
  }
}
