import static java.lang.classfile.ClassFile.StackMapsOption.GENERATE_STACK_MAPS;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassFile.ClassHierarchyResolverOption;
import java.lang.classfile.ClassFileVersion;
import java.lang.classfile.ClassHierarchyResolver;
import java.lang.classfile.ClassTransform;
import java.lang.classfile.CodeTransform;
import java.lang.constant.ClassDesc;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Collections;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;

/// Gives the class files of Java 5 in a jar the version of Java 8 and the stack maps that it asks
/// for: `java ClassFiles.java JAR`. The JVM's cache of classes takes no older ones, and picocli's
/// are as old: to load and to verify them again takes a fifth of the time of `deed --version`. What
/// they do stays the same.
final class ClassFiles {

  /// The first version whose classes are verified by stack maps alone.
  private static final int WITH_STACK_MAPS = 51;

  private static final int JAVA_8 = 52;

  private ClassFiles() {}

  public static void main(String[] arguments) throws IOException {
    var jar = Path.of(arguments[0]);
    var written = jar.resolveSibling(jar.getFileName() + ".new");
    try (var in = new ZipFile(jar.toFile());
        var out = new ZipOutputStream(Files.newOutputStream(written))) {
      var files = ClassFile.of(GENERATE_STACK_MAPS, ClassHierarchyResolverOption.of(hierarchy(in)));
      for (var entry : Collections.list(in.entries())) {
        out.putNextEntry(new ZipEntry(entry.getName()));
        out.write(newer(files, entry.getName(), bytes(in, entry)));
        out.closeEntry();
      }
    }
    Files.move(written, jar, StandardCopyOption.REPLACE_EXISTING);
  }

  private static byte[] bytes(ZipFile jar, ZipEntry entry) throws IOException {
    try (var in = jar.getInputStream(entry)) {
      return in.readAllBytes();
    }
  }

  private static byte[] newer(ClassFile files, String name, byte[] bytes) {
    if (!name.endsWith(".class")) {
      return bytes;
    }
    var old = files.parse(bytes);
    return old.majorVersion() >= WITH_STACK_MAPS
        ? bytes
        : files.transformClass(
            old,
            ClassTransform.dropping(element -> element instanceof ClassFileVersion)
                .andThen(ClassTransform.endHandler(made -> made.withVersion(JAVA_8, 0)))
                .andThen(ClassTransform.transformingMethodBodies(CodeTransform.ACCEPT_ALL)));
  }

  /// The classes of the jar, and those of Java.
  private static ClassHierarchyResolver hierarchy(ZipFile jar) {
    return ClassHierarchyResolver.ofResourceParsing((ClassDesc wanted) -> in(jar, wanted))
        .orElse(ClassHierarchyResolver.defaultResolver());
  }

  /// @return null for a class that is not in the jar
  private static InputStream in(ZipFile jar, ClassDesc wanted) {
    var descriptor = wanted.descriptorString();
    var entry = jar.getEntry(descriptor.substring(1, descriptor.length() - 1) + ".class");
    try {
      return entry == null ? null : jar.getInputStream(entry);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
