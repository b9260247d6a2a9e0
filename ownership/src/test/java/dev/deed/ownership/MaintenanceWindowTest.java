package dev.deed.ownership;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Objects;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MaintenanceWindowTest {

  @ParameterizedTest
  @CsvSource({
    // A Wednesday.
    "Mon-Fri 22:00-04:00, 2026-02-04T22:00:00Z, true",
    "Mon-Fri 22:00-04:00, 2026-02-04T21:59:59Z, false",
    "Mon-Fri 22:00-04:00, 2026-02-05T03:59:59Z, true",
    "Mon-Fri 22:00-04:00, 2026-02-05T04:00:00Z, false",
    // Saturday morning is the end of Friday's; Monday morning is that of no window.
    "Mon-Fri 22:00-04:00, 2026-02-07T03:00:00Z, true",
    "Mon-Fri 22:00-04:00, 2026-02-09T03:00:00Z, false",
    "Fri-Mon 02:00-04:00, 2026-02-08T03:00:00Z, true",
    "Fri-Mon 02:00-04:00, 2026-02-11T03:00:00Z, false",
    "'Sat,Sun 2:00-6:00 Europe/Berlin', 2026-02-07T01:00:00Z, true",
    "'Sat,Sun 2:00-6:00 Europe/Berlin', 2026-02-07T05:00:00Z, false",
    // Summer time: an hour earlier by UTC.
    "'Sat,Sun 2:00-6:00 Europe/Berlin', 2026-07-04T00:00:00Z, true",
    "daily 00:00-24:00, 2026-02-04T23:59:59Z, true",
    "sunday 01:00-24:00, 2026-02-08T23:59:59Z, true",
    "sunday 01:00-24:00, 2026-02-09T00:00:00Z, false",
  })
  void is_open(String text, Instant now, boolean isOpen) {
    assertThat(window(text).isOpen(now)).isEqualTo(isOpen);
  }

  @ParameterizedTest
  @CsvSource({
    "Mon-Fri 22:00-04:00, 2026-02-07T05:00:00Z, 2026-02-09T22:00:00Z",
    "Wed 22:00-23:00, 2026-02-04T22:00:00Z, 2026-02-11T22:00:00Z",
    "Wed 22:00-23:00, 2026-02-04T21:00:00Z, 2026-02-04T22:00:00Z",
    // On that night, clocks go from 2 to 3.
    "Sun 02:30-06:00 Europe/Berlin, 2026-03-28T12:00:00Z, 2026-03-29T01:30:00Z",
  })
  void opens_next(String text, Instant now, Instant next) {
    assertThat(window(text).next(now)).isEqualTo(next);
    assertThat(window(text).isOpen(next)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "Mon", "Mon 2-4", "Mo 02:00-04:00", "Mon,, 02:00-04:00", "Mon 2:0-4:0"})
  void is_not_a_window(String text) {
    assertThat(MaintenanceWindow.parse(text)).isNull();
  }

  private static MaintenanceWindow window(String text) {
    return Objects.requireNonNull(MaintenanceWindow.parse(text), text);
  }
}
