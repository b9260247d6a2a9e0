package dev.deed.sql.golden;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class CasesTest {

  private static final List<String> NAMES =
      List.of("alter.sql", "alter-table.sql", "column/added", "table/added");

  @Test
  void runs_all_cases_where_none_is_asked_for() {
    assertThat(chosen(null)).isEqualTo(NAMES);
  }

  @Test
  void takes_a_file_by_its_name_with_or_without_the_ending() {
    assertThat(chosen("alter.sql")).containsExactly("alter.sql");
    assertThat(chosen("alter")).containsExactly("alter.sql");
  }

  @Test
  void takes_a_folder_by_its_path_or_the_end_of_it() {
    assertThat(chosen("column/added")).containsExactly("column/added");
    assertThat(chosen("added")).containsExactly("column/added", "table/added");
  }

  @Test
  void fails_where_no_case_has_the_name() {
    assertThatThrownBy(() -> chosen("ad"))
        .isInstanceOf(AssertionError.class)
        .hasMessage(
            "no case of this test is called ad (-Ddeed.case), but these are:"
                + " alter-table.sql, alter.sql, column/added, table/added");
  }

  private static List<String> chosen(@Nullable String wanted) {
    return Cases.chosen(NAMES, Function.identity(), wanted);
  }
}
