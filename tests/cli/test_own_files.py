from small_brand import RED, card


def test_logo_files_of_the_profile_are_no_creatives(tmp_path, monkeypatch, command):
    monkeypatch.chdir(tmp_path)
    card(tmp_path / "logo" / "mark.png", RED)
    card(tmp_path / "post.png", RED)
    (tmp_path / "_brand.yml").write_text(
        "meta: {name: Acme}\nlogo: {images: {primary: logo/mark.png}}\n", encoding="utf-8"
    )
    report = command("check", ".", "--format", "json").json
    assert [c["path"] for c in report["creatives"]] == ["./post.png"]
