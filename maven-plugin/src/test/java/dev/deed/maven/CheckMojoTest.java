package dev.deed.maven;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.File;
import java.io.IOException;
import java.lang.reflect.Proxy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.toolchain.ToolchainManager;
import org.eclipse.aether.RepositorySystem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The program is a script here that notes how it was called.
class CheckMojoTest {

  @TempDir private Path folder;

  @Test
  void runs_the_check_in_the_folder_with_the_arguments() throws Exception {
    mojo(0, List.of("--base", "origin/main")).execute();

    assertThat(folder.resolve("called")).hasContent("check --base origin/main");
  }

  @Test
  void fails_the_build_on_findings() {
    assertThatThrownBy(() -> mojo(1, List.of()).execute())
        .isInstanceOf(MojoFailureException.class)
        .hasMessage("deed check found errors, which are listed above");
  }

  @Test
  void does_not_take_another_end_for_findings() {
    assertThatThrownBy(() -> mojo(2, List.of()).execute())
        .isInstanceOf(MojoExecutionException.class)
        .hasMessageContaining("exit code 2");
  }

  @Test
  void says_that_the_program_is_missing() throws Exception {
    var mojo = mojo(0, List.of());
    set(mojo, "program", new File("/nowhere/deed"));

    assertThatThrownBy(mojo::execute)
        .isInstanceOf(MojoExecutionException.class)
        .hasMessageContaining("could not be started");
  }

  @Test
  void is_skipped_when_asked() throws Exception {
    var mojo = mojo(1, List.of());
    set(mojo, "skip", true);

    assertThatCode(mojo::execute).doesNotThrowAnyException();
    assertThat(folder.resolve("called")).doesNotExist();
  }

  @Test
  void takes_a_toolchain_before_its_own_java() throws Exception {
    assertThat(DeedRun.java("/jdk/bin/java")).isEqualTo("/jdk/bin/java");
  }

  private CheckMojo mojo(int exit, List<String> arguments) throws Exception {
    // With a program of its own it asks neither.
    var mojo = new CheckMojo(unasked(RepositorySystem.class), unasked(ToolchainManager.class));
    set(mojo, "program", program(exit).toFile());
    set(mojo, "folder", folder.toFile());
    set(mojo, "arguments", arguments);
    return mojo;
  }

  private static <T> T unasked(Class<T> type) {
    return type.cast(
        Proxy.newProxyInstance(
            type.getClassLoader(),
            new Class<?>[] {type},
            (proxy, method, values) -> {
              throw new AssertionError("was asked for " + method);
            }));
  }

  private Path program(int exit) throws IOException {
    var script =
        Files.writeString(
            folder.resolve("deed"), "#!/bin/sh\necho \"$@\" > called\nexit %d\n".formatted(exit));
    return Files.setPosixFilePermissions(script, PosixFilePermissions.fromString("rwx------"));
  }

  /// As Maven does it.
  private static void set(CheckMojo mojo, String name, Object value) throws Exception {
    var field = CheckMojo.class.getDeclaredField(name);
    field.setAccessible(true);
    field.set(mojo, value);
  }
}
