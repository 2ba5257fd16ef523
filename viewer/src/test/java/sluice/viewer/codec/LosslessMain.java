package sluice.viewer.codec;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import sluice.viewer.dicom.DicomFile;
import sluice.viewer.dicom.DicomReader;
import sluice.viewer.dicom.PixelSource;

/**
 * By hand: {@code mutate UID SEED COUNT} and {@code mutate2000 SEED COUNT} run mutations, {@code speed UID FILE…} measures (in processor time) recoding the first frames of files
 * that the product decodes, {@code compare FILE RAW…} compares files with the values of other decoders, {@code write UID DIR SEED COUNT} writes generated images as codestream and stored values for other
 * decoders.
 */
final class LosslessMain {
    private LosslessMain() {}

    public static void main(String[] args) throws IOException {
        switch (args[0]) {
            case "mutate" -> System.out.println(LosslessHostileTest.mutate(args[1], Long.parseLong(args[2]),
                    Integer.parseInt(args[3])) + " of " + args[3] + " refused");
            case "mutate2000" -> System.out.println(Jpeg2000VariantsTest.mutate(Long.parseLong(args[1]),
                    Integer.parseInt(args[2])) + " of " + args[2] + " refused");
            case "speed" -> {
                for (int i = 2; i < args.length; i++) {
                    speed(args[1], Path.of(args[i]));
                }
            }
            case "compare" -> {
                for (int i = 1; i + 1 < args.length; i += 2) {
                    compare(Path.of(args[i]), Path.of(args[i + 1]));
                }
            }
            case "write" -> write(args[1], Path.of(args[2]), Long.parseLong(args[3]), Integer.parseInt(args[4]));
            default -> throw new IllegalArgumentException(args[0]);
        }
    }

    private static void speed(String syntax, Path file) throws IOException {
        DicomFile dicom = new DicomReader().read(file);
        ImageFormat format = ImageFormat.of(dicom.dataset());
        byte[] frame = dicom.pixels().orElseThrow().frame(0);
        CodecFamily family = Codecs.standard().family(syntax).orElseThrow();
        String own = dicom.transferSyntax().uid();
        Raster raster = Codecs.standard().family(own).isPresent()
                ? Codecs.standard().family(own).get().decoder().decode(frame, format)
                : new Raster(format.rows(), format.columns(), format.samples(), format.sampleBytes(), frame, format.photometric());
        byte[] encoded = family.encoder().orElseThrow().encode(raster, format);
        ThreadMXBean processor = ManagementFactory.getThreadMXBean();
        double encode = 1e9;
        double decode = 1e9;
        for (int i = 0; i < 15; i++) {
            long start = processor.getCurrentThreadCpuTime();
            family.encoder().orElseThrow().encode(raster, format);
            long middle = processor.getCurrentThreadCpuTime();
            family.decoder().decode(encoded, format);
            encode = Math.min(encode, (middle - start) / 1e9);
            decode = Math.min(decode, (processor.getCurrentThreadCpuTime() - middle) / 1e9);
        }
        double mega = format.pixels() / 1e6;
        System.out.printf("%s: %.1f MPixel/s decoded, %.1f encoded, %.1f %% of the size%n", file.getFileName(), mega / decode,
                mega / encode, 100.0 * encoded.length / raster.bytes().length);
    }

    private static void compare(Path file, Path values) throws IOException {
        DicomFile dicom = new DicomReader().read(file);
        PixelSource pixels = dicom.pixels().orElseThrow();
        byte[] expected = Files.readAllBytes(values);
        String result = "same";
        int worst = 0;
        try {
            for (int i = 0, at = 0; i < pixels.frames(); i++) {
                Raster raster = Codecs.standard().family(dicom.transferSyntax().uid()).orElseThrow().decoder()
                        .decode(pixels.frame(i), ImageFormat.of(dicom.dataset()));
                for (int j = 0; j < raster.bytes().length; j += raster.sampleBytes(), at += raster.sampleBytes()) {
                    int a = raster.bytes()[j] & 0xff;
                    int b = expected[at] & 0xff;
                    if (raster.sampleBytes() == 2) {
                        a |= raster.bytes()[j + 1] << 8;
                        b |= expected[at + 1] << 8;
                    }
                    int top = ImageFormat.of(dicom.dataset()).bitsStored();
                    int difference = a - b << 32 - top >> 32 - top;
                    worst = Math.max(worst, Math.abs(difference));
                }
            }
            result = worst == 0 ? "same" : "differs by up to " + worst;
        } catch (CodecException e) {
            result = e.getMessage();
        }
        System.out.println(file.getFileName() + ": " + result);
    }

    private static void write(String syntax, Path folder, long seed, int count) throws IOException {
        Files.createDirectories(folder);
        List<LosslessImages.Made> all = new ArrayList<>(LosslessImages.of(seed, count));
        SplittableRandom random = new SplittableRandom(seed);
        for (int stored = 2; stored <= 16; stored++) {
            for (String kind : LosslessImages.KINDS) {
                all.add(LosslessImages.of(random, 70, 90, 1, stored > 8 ? 2 : 1, stored, false, kind));
            }
        }
        for (int i = 0; i < all.size(); i++) {
            LosslessImages.Made made = all.get(i);
            ImageFormat f = made.format();
            String name = String.format("%04d_%d_%d_%d_%d_%d_%d", i, f.rows(), f.columns(), f.samples(), f.bitsAllocated(),
                    f.bitsStored(), f.signed() ? 1 : 0);
            PixelEncoder encoder = Codecs.standard().family(syntax).orElseThrow().encoder().orElseThrow();
            Files.write(folder.resolve(name + ".code"), encoder.encode(made.raster(), f));
            Files.write(folder.resolve(name + ".raw"), made.raster().bytes());
        }
    }
}
