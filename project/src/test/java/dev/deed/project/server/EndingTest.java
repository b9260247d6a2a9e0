package dev.deed.project.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import org.junit.jupiter.api.Test;

/// What is due when the process ends, in a JVM in which nothing else is.
class EndingTest {

  @Test
  void what_is_called_off_is_due_no_longer() {
    var first = Ending.of(() -> {});
    var second = Ending.of(() -> {});

    assertThat(Ending.isDue()).isTrue();
    assertThat(first.isCalledOff()).isTrue();
    assertThat(first.isCalledOff()).isFalse();
    assertThat(Ending.isDue()).isTrue();
    assertThat(second.isCalledOff()).isTrue();
    assertThat(Ending.isDue()).isFalse();
  }

  @Test
  void what_has_come_is_due_no_longer() {
    var done = new ArrayList<String>();
    var ending = Ending.of(() -> done.add("done"));

    ending.come();
    ending.come();

    assertThat(done).containsExactly("done");
    assertThat(Ending.isDue()).isFalse();
  }
}
