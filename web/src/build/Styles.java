import com.sass_lang.embedded_protocol.OutputStyle;
import de.larsgrefer.sass.embedded.SassCompilerFactory;

/**
 * Makes the stylesheet: compiles percorsi.scss with the parts of Bootstrap Italia it imports and puts
 * the fonts beside it, those of printed files apart. Sources and fonts come out of the WebJar, which is on the class path of the
 * build alone. Run by Maven as a source file (see the styles execution in the pom).
 */
static final String WEBJAR = "META-INF/resources/webjars/bootstrap-italia";

void main(String[] args) throws Exception {
    var source = Path.of(args[0]);
    var site = Files.createDirectories(Path.of(args[1]));
    var library = Path.of(args[2]);

    var webjar = ClassLoader.getSystemResource(WEBJAR).toURI();
    try (var jar = FileSystems.newFileSystem(webjar, Map.of());
            var versions = Files.list(jar.getPath(WEBJAR))) {
        var home = versions.findFirst().orElseThrow();
        copy(home.resolve("src/scss"), library, ".*\\.scss");
        copy(
                home.resolve("dist/fonts/Titillium_Web"),
                site.resolve("fonts"),
                "OFL\\.txt|.*latin-(regular|600|700)\\.woff2");
        copy(
                home.resolve("dist/fonts/Titillium_Web"),
                site.resolveSibling("print"),
                "OFL\\.txt|.*latin-(regular|700)\\.ttf");
    }

    try (var sass = SassCompilerFactory.bundled()) {
        sass.setLoadPaths(List.of(library.toFile()));
        sass.setOutputStyle(OutputStyle.COMPRESSED);
        sass.setQuietDeps(true);
        for (var old : List.of("import", "global-builtin", "color-functions", "if-function")) {
            sass.addSilenceDeprecation(old); // Bootstrap Italia's own way of writing
        }
        Files.writeString(site.resolve("percorsi.css"), sass.compileFile(source.toFile()).getCss());
    }
}

void copy(Path from, Path to, String name) throws IOException {
    try (var files = Files.walk(from)) {
        for (var file : files.filter(Files::isRegularFile).toList()) {
            if (file.getFileName().toString().matches(name)) {
                var copy = to.resolve(from.relativize(file).toString());
                Files.createDirectories(copy.getParent());
                Files.copy(file, copy, StandardCopyOption.REPLACE_EXISTING);
            }
        }
    }
}
