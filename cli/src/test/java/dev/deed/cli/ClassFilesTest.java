package dev.deed.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringWriter;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassModel;
import java.lang.classfile.CodeModel;
import java.lang.classfile.instruction.InvokeDynamicInstruction;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/// `ClassFiles.java`, which writes the class files of `./deed`: they do what they did, and leave
/// nothing to the JVM that its cache does not keep.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ClassFilesTest {

  private static final Path CLI = Path.of(System.getProperty("basedir", "")).toAbsolutePath();

  private Path before;
  private Path after;

  @BeforeAll
  void write(@TempDir Path folder) throws IOException, InterruptedException {
    before = Files.createDirectory(folder.resolve("before"));
    after = folder.resolve("after.jar");
    compileSample();
    packSample();
    var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    var process =
        new ProcessBuilder(java, CLI.resolve("ClassFiles.java").toString(), after.toString())
            .redirectErrorStream(true)
            .start();
    var said = new String(process.getInputStream().readAllBytes(), UTF_8);
    assertThat(process.waitFor()).as(said).isZero();
  }

  private void compileSample() throws IOException {
    var compiler = ToolProvider.getSystemJavaCompiler();
    var said = new StringWriter();
    try (var files = compiler.getStandardFileManager(null, null, UTF_8)) {
      var source = CLI.resolve("src/test/resources/dev/deed/cli/classfiles/Sample.java");
      var options = List.of("-d", before.toString(), "-proc:none");
      var isCompiled =
          compiler
              .getTask(said, files, null, options, null, files.getJavaFileObjects(source))
              .call();
      assertThat(isCompiled).as(said.toString()).isTrue();
    }
  }

  private void packSample() throws IOException {
    try (var jar = FileSystems.newFileSystem(after, Map.of("create", "true"));
        var classes = Files.list(before)) {
      Files.createDirectory(jar.getPath("/META-INF"));
      Files.writeString(
          jar.getPath("/META-INF/MANIFEST.MF"), "Manifest-Version: 1.0\nMain-Class: Sample\n");
      Files.createDirectories(jar.getPath("/other"));
      Files.writeString(jar.getPath("/other/page.md"), "text");
      for (var file : classes.toList()) {
        Files.copy(file, jar.getPath("/" + file.getFileName()));
      }
    }
  }

  @Test
  void classes_answer_as_before() throws Exception {
    assertThat(answers(after)).isEqualTo(answers(before));
  }

  @Test
  void switches_over_types_and_methods_of_records_are_ordinary_code() throws IOException {
    try (var classes = Files.list(before)) {
      assertThat(leftToTheJvm(classes.toList())).hasSizeGreaterThan(15);
    }
    try (var jar = FileSystems.newFileSystem(after);
        var classes = Files.list(jar.getPath("/"))) {
      var files = classes.filter(file -> file.toString().endsWith(".class")).toList();
      // A constant among types, a number, and texts.
      assertThat(leftToTheJvm(files))
          .containsExactlyInAnyOrder(
              "any typeSwitch", "name typeSwitch", "name typeSwitch", "word typeSwitch");
    }
  }

  @Test
  void files_of_other_libraries_are_found_in_a_second_jar() throws IOException {
    try (var jar = FileSystems.newFileSystem(after)) {
      assertThat(jar.getPath("/other/page.md")).doesNotExist();
      assertThat(jar.getPath("/META-INF/MANIFEST.MF"))
          .content()
          .contains("Main-Class: Sample", "Class-Path: after-rest.jar");
    }
    try (var loader = loaderOf(after)) {
      assertThat(loader.getResourceAsStream("other/page.md")).hasContent("text");
    }
  }

  @SuppressWarnings("unchecked")
  private static List<String> answers(Path classes) throws Exception {
    try (var loader = loaderOf(classes)) {
      return (List<String>) loader.loadClass("Sample").getMethod("answers").invoke(null);
    }
  }

  private static URLClassLoader loaderOf(Path classes) throws IOException {
    var url = new URL[] {classes.toUri().toURL()};
    return new URLClassLoader(url, ClassLoader.getPlatformClassLoader());
  }

  private static List<String> leftToTheJvm(List<Path> classes) throws IOException {
    var left = new ArrayList<String>();
    for (var file : classes) {
      leftToTheJvm(ClassFile.of().parse(Files.readAllBytes(file)), left);
    }
    return left;
  }

  private static void leftToTheJvm(ClassModel model, List<String> left) {
    for (var method : model.methods()) {
      for (var instruction : method.code().map(CodeModel::elementList).orElse(List.of())) {
        if (instruction instanceof InvokeDynamicInstruction call
            && call.bootstrapMethod().owner().descriptorString().contains("/runtime/")
            && !call.name().equalsString("toString")) {
          left.add(method.methodName() + " " + call.name());
        }
      }
    }
  }
}
