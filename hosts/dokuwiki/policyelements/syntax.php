<?php

use dokuwiki\Extension\SyntaxPlugin;

/** The elements in a page: `<policy-viewer src="/policies/social-media.json">…</policy-viewer>`. */
class syntax_plugin_policyelements extends SyntaxPlugin
{
    /** What an author may say of an element. Where a confirmation goes is not for authors to say. */
    const ATTRIBUTES = ['src', 'href', 'lang', 'audience', 'hide', 'section', 'sections', 'known-version', 'heading-level', 'reading', 'presenter', 'every', 'kinds'];

    const TAGS = 'viewer|acknowledgement|changes|check|contacts|faq|guidelines|mandates|notice|platforms|profiles|quiz|reactions|reporting|rollout|rules|search|section|text|tip|trainings';

    /** @inheritdoc */
    public function getType()
    {
        return 'substition';
    }

    /** @inheritdoc */
    public function getPType()
    {
        return 'block';
    }

    /** @inheritdoc */
    public function getSort()
    {
        return 155;
    }

    /** @inheritdoc */
    public function connectTo($mode)
    {
        $tag = '<policy-(?:' . self::TAGS . ')\b[^>]*';
        $this->Lexer->addSpecialPattern($tag . '/>', $mode, 'plugin_policyelements');
        $this->Lexer->addSpecialPattern($tag . '>.*?</policy-[a-z]+>', $mode, 'plugin_policyelements');
    }

    /** @inheritdoc */
    public function handle($match, $state, $pos, Doku_Handler $handler)
    {
        preg_match('#^<(policy-[a-z]+)\b([^>]*?)/?>(?:(.*)</policy-[a-z]+>)?$#s', $match, $parts);
        preg_match_all('/([a-z-]+)\s*=\s*(?:"([^"]*)"|\'([^\']*)\')/', $parts[2], $pairs, PREG_SET_ORDER);
        $attributes = [];
        foreach ($pairs as $pair) {
            if (in_array($pair[1], self::ATTRIBUTES)) $attributes[$pair[1]] = end($pair);
        }
        return [$parts[1], $attributes, isset($parts[3]) ? $parts[3] : ''];
    }

    /** @inheritdoc */
    public function render($format, Doku_Renderer $renderer, $data)
    {
        if ($format === 'metadata') {
            $renderer->meta['plugin_policyelements'] = true;
            return true;
        }
        if ($format !== 'xhtml') return false;
        list($tag, $attributes, $content) = $data;
        $renderer->doc .= $this->onThisSite($attributes['src'] ?? '')
            ? $this->element($tag, $attributes, trim($content))
            : '<p class="error">' . hsc($this->getLang('src')) . '</p>';
        return true;
    }

    /** The page is kept for all readers: who reads, and the token, are known to the script only. */
    protected function element($tag, $attributes, $content)
    {
        if (in_array($tag, ['policy-viewer', 'policy-acknowledgement', 'policy-notice'])) {
            if ($this->getConf('server')) {
                $attributes['endpoint'] = DOKU_BASE . 'lib/exe/ajax.php?call=policyelements';
            } else {
                $attributes['hide'] = trim(($attributes['hide'] ?? '') . ' acknowledgement');
            }
        }
        $fallback = $content === '' ? '' : $this->render_text($content);
        return "<div class=\"policy-elements\"><$tag " . buildAttributes($attributes) . ">$fallback</$tag></div>";
    }

    /** A path, or the whole address of a file on this site: authors bring in no text from elsewhere. */
    protected function onThisSite($src)
    {
        if (preg_match('/[\\\\\x00-\x20]/', $src)) return false;
        return preg_match('#^/(?!/)#', $src) || strpos($src, rtrim(DOKU_URL, '/') . '/') === 0;
    }
}
