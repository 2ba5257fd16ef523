package sluice.app.deid.pixels;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import sluice.viewer.phantom.Contrast;
import sluice.viewer.phantom.HeadPhantom;
import sluice.viewer.phantom.PhantomScanner;
import sluice.viewer.phantom.PhantomVolume;
import sluice.viewer.phantom.ScanOptions;
import sluice.viewer.phantom.Section;

/** Pictures without writing, made by formulas. */
final class Backgrounds {
    static final List<String> KINDS = List.of("flat", "gradient", "noise", "speckle", "phantom CT", "phantom MR");
    private final List<GreyPlane> ct = new ArrayList<>();
    private final List<GreyPlane> mr = new ArrayList<>();

    /** @param slices of the phantom, for each of CT and MR */
    Backgrounds(int slices, int pixels) throws InterruptedException {
        PhantomScanner head = new PhantomScanner(new HeadPhantom(true));
        PhantomScanner bare = new PhantomScanner(new HeadPhantom(false));
        Section[] sections = Section.values();
        for (int i = 0; i < slices; i++) {
            Section section = sections[i % 3];
            double at = section == Section.SAGITTAL ? -60 + 120.0 * i / slices : -80 + 160.0 * i / slices;
            var grid = section.grid(at, pixels, 250);
            PhantomVolume c = head.scan(grid, Contrast.CT, new ScanOptions(i % 4 * 6, false, i));
            ct.add(plane(c, i % 2 == 0 ? -160 : -1000, i % 2 == 0 ? 240 : 1500));
            PhantomVolume m = bare.scan(grid, i % 2 == 0 ? Contrast.MR_T1 : Contrast.MR_T2, new ScanOptions(10 + i % 4 * 8, true, i));
            mr.add(plane(m, 0, 900));
        }
    }

    private static GreyPlane plane(PhantomVolume v, double black, double white) {
        var picture = v.picture(0, black, white);
        return new GreyPlane(picture.width(), picture.height(), picture.grey());
    }

    /** The phantom as its own pictures show it, without noise. */
    static List<GreyPlane> still(int pictures) throws InterruptedException {
        HeadPhantom head = new HeadPhantom(true);
        List<GreyPlane> all = new ArrayList<>();
        for (int i = 0; i < pictures; i++) {
            var picture = Section.values()[i % 3].picture(head, Contrast.values()[i / 3 % 3], -70 + 140.0 * i / pictures,
                    i % 2 == 0 ? 512 : 256);
            all.add(new GreyPlane(picture.width(), picture.height(), picture.grey()));
        }
        return all;
    }

    List<GreyPlane> phantoms() {
        List<GreyPlane> all = new ArrayList<>(ct);
        all.addAll(mr);
        return all;
    }

    GreyPlane of(String kind, int width, int height, SplittableRandom random) {
        return switch (kind) {
            case "flat" -> noise(width, height, random.nextInt(5) == 0 ? 0 : random.nextInt(256), 0, 0, random);
            case "gradient" -> noise(width, height, random.nextInt(120), 40 + random.nextInt(95), 0, random);
            case "noise" -> noise(width, height, 20 + random.nextInt(200), 0, 2 + random.nextInt(11), random);
            case "speckle" -> speckle(width, height, random);
            case "phantom CT" -> copy(ct.get(random.nextInt(ct.size())));
            default -> copy(mr.get(random.nextInt(mr.size())));
        };
    }

    static GreyPlane copy(GreyPlane p) {
        return new GreyPlane(p.width(), p.height(), p.grey().clone());
    }

    private static GreyPlane noise(int width, int height, int base, int rise, double sigma, SplittableRandom random) {
        byte[] grey = new byte[width * height];
        for (int i = 0; i < grey.length; i++) {
            double v = base + rise * (double) (i % width + i / width) / (width + height) + sigma * normal(random);
            grey[i] = (byte) Math.max(0, Math.min(255, Math.round(v)));
        }
        return new GreyPlane(width, height, grey);
    }

    /** A sector of smoothed Rayleigh noise on black, as ultrasound looks. */
    private static GreyPlane speckle(int width, int height, SplittableRandom random) {
        double[] a = new double[width * height];
        for (int i = 0; i < a.length; i++) {
            a[i] = Math.hypot(normal(random), normal(random));
        }
        int reach = 2 + random.nextInt(3);
        double[] s = new double[a.length];
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                double sum = 0;
                int n = 0;
                for (int d = -reach; d <= reach; d++) {
                    if (x + d >= 0 && x + d < width) {
                        sum += a[y * width + x + d];
                        n++;
                    }
                }
                s[y * width + x] = sum / n;
            }
        }
        byte[] grey = new byte[a.length];
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                double angle = Math.atan2(x - width / 2.0, y + 40);
                double r = Math.hypot(x - width / 2.0, y + 40);
                if (Math.abs(angle) < 0.65 && r > 80 && r < height) {
                    double above = y > 0 ? s[(y - 1) * width + x] : s[y * width + x];
                    double tissue = 45 + 30 * Math.sin(x * 0.02) * Math.cos(y * 0.03);
                    grey[y * width + x] = (byte) Math.max(0, Math.min(255, tissue * (s[y * width + x] + above) / 2.5));
                }
            }
        }
        return new GreyPlane(width, height, grey);
    }

    private static double normal(SplittableRandom random) {
        return Math.sqrt(-2 * Math.log(1 - random.nextDouble())) * Math.cos(2 * Math.PI * random.nextDouble());
    }
}
