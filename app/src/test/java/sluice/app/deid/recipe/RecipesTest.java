package sluice.app.deid.recipe;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RecipesTest {

    private static final String GOOD = "{\"format\":\"sluice-recipe/1\",\"name\":\"site\",\"version\":\"2\","
            + "\"overrides\":[{\"tag\":\"0008,0070\",\"action\":\"X\"},{\"tag\":\"(60xx,3000)\",\"action\":\"X\"}]}";

    @Test
    void basicIsShipped() throws RecipeException {
        Recipe basic = Recipes.named("basic");
        assertEquals("basic", basic.name());
        assertTrue(basic.options().isEmpty());
        assertEquals(64, basic.digest().length());
        assertThrows(RecipeException.class, () -> Recipes.named("../basic"));
    }

    @Test
    void readsFromFile(@TempDir Path dir) throws Exception {
        Path file = Files.writeString(dir.resolve("r.json"), GOOD);
        Recipe recipe = Recipes.fromFile(file);
        assertEquals(2, recipe.overrides().size());
        assertEquals(AttributeOverride.Action.X, recipe.overrides().get(0).action());
    }

    @Test
    void digestSeesContentAndNotLayout() throws Exception {
        String digest = read(GOOD).digest();
        assertEquals(digest, read(GOOD.replace(",", " ,\n ").replace("0008 ,\n 0070", "0008,0070")
                .replace("(60xx ,\n 3000)", "60xx,3000")).digest());
        assertNotEquals(digest, read(GOOD.replace("\"X\"", "\"D\"")).digest());
        assertNotEquals(digest, read(GOOD.replace("\"2\"", "\"3\"")).digest());
    }

    @Test
    void whatIsNotUnderstoodIsRefusedAndNamed() {
        assertRefused("line 1", "{");
        assertRefused("one JSON object", "[]");
        assertRefused("'format'", "{}");
        assertRefused("unknown field 'dates'", GOOD.replace("\"version\"", "\"dates\":1,\"version\""));
        assertRefused("'name'", GOOD.replace("\"site\"", "\"Site A\""));
        assertRefused("unknown option", GOOD.replace("\"overrides\"", "\"options\":[\"x\"],\"overrides\""));
        assertRefused("overrides[0]", GOOD.replace("0008,0070", "8,70"));
        assertRefused("overrides[0]", GOOD.replaceFirst("\"X\"", "\"X/D\""));
        assertRefused("private", GOOD.replace("0008,0070", "0009,1010"));
        assertRefused("below 0008", GOOD.replace("0008,0070", "0002,0003"));
        assertRefused("names no attribute", GOOD.replace("\"tag\":\"0008,0070\",", ""));
        assertRefused("Duplicate", GOOD.replace("\"version\"", "\"name\":\"b\",\"version\""));
    }

    private static Recipe read(String json) throws IOException, RecipeException {
        return Recipes.read(new ByteArrayInputStream(json.getBytes(StandardCharsets.UTF_8)));
    }

    private static void assertRefused(String expected, String json) {
        RecipeException e = assertThrows(RecipeException.class, () -> read(json));
        assertTrue(e.getMessage().contains(expected), e::getMessage);
    }

    @Test
    void aWrongRegionIsNamedByItsPlace() throws Exception {
        String[][] wrong = {{"[{'when':{'rows':1},'boxes':[[0,0,1,1],[0,0,1]]}]", "pixels.regions[0].boxes[1]"},
            {"[{'when':{'rows':1},'boxes':[[0,0,1,1]]},{'when':{'rows':1},'boxes':[]}]", "pixels.regions[1].boxes"},
            {"[{'when':{},'boxes':[[0,0,1,1]]}]", "pixels.regions[0].when"},
            {"[{'when':{'vendor':'x'},'boxes':[[0,0,1,1]]}]", "pixels.regions[0].when.vendor"},
            {"[{'when':{'rows':0},'boxes':[[0,0,1,1]]}]", "pixels.regions[0].when.rows"}, {"[7]", "pixels.regions[0]"}};
        for (String[] sample : wrong) {
            RecipeException e = assertThrows(RecipeException.class, () -> Recipes.read(stream(sample[0])), sample[0]);
            assertTrue(e.getMessage().contains("'" + sample[1] + "'"), e::getMessage);
        }
        String one = Recipes.read(stream("[]")).digest();
        String two = Recipes.read(stream("[{'when':{'rows':1},'boxes':[[0,0,1,1]]}]")).digest();
        assertNotEquals(one, two);
        assertNotEquals(two, Recipes.read(stream("[{'when':{'rows':1},'boxes':[[0,0,1,2]]}]")).digest());
    }

    private static java.io.InputStream stream(String regions) {
        return new java.io.ByteArrayInputStream(("{'format':'sluice-recipe/2','name':'a','version':'1','options':['cleanPixelData'],"
                + "'pixels':{'regions':" + regions + "}}").replace('\'', '"').getBytes(java.nio.charset.StandardCharsets.UTF_8));
    }
}
