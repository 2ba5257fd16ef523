package sluice.app.curation;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import sluice.app.deid.pixels.TextReader;
import sluice.viewer.codec.PixelBox;

/**
 * The program Tesseract, where it is installed, as a second reader of burned-in text. Pictures go to it and boxes come back
 * through pipes; nothing of a picture is written to a disk, and what it read is dropped. A run that takes too long is ended.
 */
public final class Tesseract implements TextReader {
    private static final long SECONDS = 20;
    private static final int MARGIN = 3;
    private static final int LEAST_CONFIDENCE = 50;
    private final Path program;

    Tesseract(Path program) {
        this.program = program;
    }

    /** Found on the search path, or nobody. */
    public static TextReader ifInstalled() {
        return find(Optional.ofNullable(System.getenv("PATH")).orElse(""));
    }

    static TextReader find(String searchPath) {
        for (String folder : searchPath.split(java.io.File.pathSeparator)) {
            for (String name : List.of("tesseract", "tesseract.exe")) {
                if (!folder.isEmpty() && Files.isExecutable(Path.of(folder, name))) {
                    return new Tesseract(Path.of(folder, name));
                }
            }
        }
        return TextReader.NONE;
    }

    @Override
    public List<Word> words(int width, int height, byte[] grey, Predicate<String> known) {
        try {
            // sparse text in no order; word boxes as a table
            Process process = new ProcessBuilder(program.toString(), "stdin", "stdout", "--psm", "11", "tsv")
                    .redirectError(ProcessBuilder.Redirect.DISCARD).start();
            CompletableFuture<Void> limit = new CompletableFuture<Void>().orTimeout(SECONDS, TimeUnit.SECONDS);
            limit.whenComplete((done, late) -> process.destroyForcibly());
            try (OutputStream in = process.getOutputStream(); InputStream out = process.getInputStream()) {
                in.write(("P5 " + width + " " + height + " 255\n").getBytes(StandardCharsets.US_ASCII));
                in.write(grey);
                in.close();
                return words(new String(out.readAllBytes(), StandardCharsets.UTF_8), width, height, known);
            } finally {
                limit.complete(null);
            }
        } catch (IOException e) {
            return List.of();
        }
    }

    /** Columns: level, page, block, paragraph, line, word, left, top, width, height, confidence, text. */
    static List<Word> words(String table, int width, int height, Predicate<String> known) {
        List<Word> words = new ArrayList<>();
        for (String row : table.split("\n")) {
            String[] cells = row.split("\t");
            if (cells.length < 12 || !cells[0].equals("5") || !cells[11].strip().matches(".*[\\p{L}\\p{N}]{2}.*")) {
                continue;
            }
            try {
                PixelBox box = new PixelBox(Integer.parseInt(cells[6]), Integer.parseInt(cells[7]), Integer.parseInt(cells[8]),
                        Integer.parseInt(cells[9])).grown(MARGIN, width, height);
                boolean identifies = box != null && known.test(cells[11].strip());
                if (identifies || box != null && Double.parseDouble(cells[10]) >= LEAST_CONFIDENCE) {
                    words.add(new Word(box, identifies));
                }
            } catch (IllegalArgumentException odd) {
                // a row of another form is no word
                continue;
            }
        }
        return words;
    }
}
