package sluice.app.deid.answerkey;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Larger runs: {@code AnswerKeyRun FOLDER PATIENTS RECIPE [FILES]}. FOLDER is new; RECIPE is a shipped one's name, or keys of options with commas between them;
 * with FILES, copies of the DICOM files below that folder are planted as well.
 */
final class AnswerKeyRun {

    private AnswerKeyRun() { }

    public static void main(String[] args) throws IOException {
        AnswerKey key = new AnswerKey(Files.createDirectories(Path.of(args[0])));
        Script[] scripts = Script.all();
        int turn = 0;
        while (turn < Integer.parseInt(args[1])) {
            key.plant(new Person(scripts[turn % scripts.length], 5000 + turn), turn++);
        }
        int left = 0;
        if (args.length > 3) {
            for (Path file : below(Path.of(args[3]))) {
                left += key.plant(file, new Person(scripts[scripts.length - 1], 9000 + turn), turn++) ? 0 : 1;
            }
        }
        AnswerKey.Result result = AnswerKey.Result.none();
        key.run("run", args[2].matches("[a-z-]+") ? Ask.shipped(args[2]) : Ask.options(Path.of(args[0]), Set.of(args[2].split(","))), result);
        System.out.println(result + "" + result.demanded() + " demands; " + left + " files were not planted in\n"
                + key.said().out() + key.said().err());
    }

    private static List<Path> below(Path folder) throws IOException {
        try (Stream<Path> walk = Files.walk(folder)) {
            return walk.filter(Files::isRegularFile).filter(AnswerKeyRun::isDicom).sorted().collect(Collectors.toList());
        }
    }

    private static boolean isDicom(Path file) {
        try (java.io.InputStream in = Files.newInputStream(file)) {
            byte[] start = in.readNBytes(132);
            return start.length == 132 && new String(start, 128, 4, java.nio.charset.StandardCharsets.US_ASCII).equals("DICM")
                    && Files.size(file) < 20_000_000;
        } catch (IOException e) {
            return false;
        }
    }
}
