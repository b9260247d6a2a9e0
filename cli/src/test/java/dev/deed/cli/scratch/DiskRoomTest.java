package dev.deed.cli.scratch;

import static org.assertj.core.api.Assertions.assertThatNoException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class DiskRoomTest {

  @Test
  void tells_both_numbers_where_there_is_too_little_room() {
    assertThatThrownBy(
            () -> DiskRoom.FOR_ONE.refuseSmall("main (dev)", 100L << 20, 100L << 20, "less"))
        .isInstanceOf(CopyFailed.class)
        .hasMessage("a copy of main (dev) needs 110 MB, and the disk for it has 100 MB left");
    assertThatThrownBy(
            () -> DiskRoom.FOR_TRIALS.refuseSmall("main (dev)", 100L << 20, 219L << 20, "less"))
        .hasMessageContaining(
            "a copy, and a copy of it to go back to, of main (dev) need 220 MB, and the disk for it has 219 MB");
  }

  @Test
  void makes_a_copy_where_there_is_room() {
    assertThatNoException()
        .isThrownBy(
            () -> DiskRoom.FOR_TRIALS.refuseSmall("main (dev)", 100L << 20, 221L << 20, "less"));
  }
}
