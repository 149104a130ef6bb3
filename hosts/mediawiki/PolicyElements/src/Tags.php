<?php

namespace MediaWiki\Extension\PolicyElements;

use Config;
use Html;
use MediaWiki\Hook\OutputPageParserOutputHook;
use MediaWiki\Hook\ParserFirstCallInitHook;
use OutputPage;
use Parser;
use ParserOutput;
use PPFrame;

/** The elements in wikitext: `<policy-viewer src="/policies/social-media.json">…</policy-viewer>`. */
class Tags implements OutputPageParserOutputHook, ParserFirstCallInitHook {

	private const SCRIPT = '/assets/policy-elements.js';

	private const TAGS = [
		'policy-viewer',
		'policy-acknowledgement',
		'policy-changes',
		'policy-check',
		'policy-contacts',
		'policy-faq',
		'policy-guidelines',
		'policy-mandates',
		'policy-notice',
		'policy-platforms',
		'policy-profiles',
		'policy-quiz',
		'policy-reactions',
		'policy-reporting',
		'policy-rollout',
		'policy-rules',
		'policy-search',
		'policy-section',
		'policy-text',
		'policy-tip',
		'policy-trainings',
	];

	/** What an author may say of an element. Where a confirmation goes is not for authors to say. */
	private const ATTRIBUTES = [
		'src',
		'href',
		'lang',
		'audience',
		'hide',
		'section',
		'sections',
		'known-version',
		'heading-level',
		'reading',
		'presenter',
		'every',
		'kinds',
	];

	private Config $config;

	public function __construct( Config $config ) {
		$this->config = $config;
	}

	/** @param Parser $parser */
	public function onParserFirstCallInit( $parser ) {
		foreach ( self::TAGS as $tag ) {
			$parser->setHook( $tag, function ( $content, array $given, Parser $parser, PPFrame $frame ) use ( $tag ) {
				return $this->element( $tag, $given, (string)$content, $parser, $frame );
			} );
		}
	}

	/**
	 * Tells who may edit that files are missing; readers have what stands between the tags. Not in
	 * the text of the page, which the wiki keeps for all readers.
	 *
	 * @param OutputPage $outputPage
	 * @param ParserOutput $parserOutput
	 */
	public function onOutputPageParserOutput( $outputPage, $parserOutput ): void {
		if ( !isset( $parserOutput->getHeadItems()['policy-elements'] ) || is_readable( dirname( __DIR__ ) . self::SCRIPT ) ) {
			return;
		}
		if ( $outputPage->getAuthority()->probablyCan( 'edit', $outputPage->getTitle() ) ) {
			$outputPage->addHTML( Html::errorBox( $outputPage->msg( 'policyelements-assets' )->escaped() ) );
		}
	}

	private function element( string $tag, array $given, string $content, Parser $parser, PPFrame $frame ): string {
		$attributes = array_intersect_key( $given, array_flip( self::ATTRIBUTES ) );
		if ( !$this->isOnThisSite( $attributes['src'] ?? '' ) ) {
			return Html::element( 'p', [ 'class' => 'error' ], wfMessage( 'policyelements-src' )->inContentLanguage()->text() );
		}
		$output = $parser->getOutput();
		$output->addModuleStyles( [ 'ext.policyElements.styles' ] );
		$output->addHeadItem(
			Html::element( 'script', [
				'type' => 'module',
				'src' => $this->config->get( 'ExtensionAssetsPath' ) . '/PolicyElements' . self::SCRIPT,
			] ),
			'policy-elements'
		);
		if ( in_array( $tag, [ 'policy-viewer', 'policy-acknowledgement', 'policy-notice' ], true ) ) {
			$attributes = $this->acknowledging( $attributes );
			$output->addModules( [ 'ext.policyElements' ] );
		}
		$fallback = $parser->recursiveTagParse( $content, $frame );
		return Html::rawElement( 'div', [ 'class' => 'policy-elements' ], Html::rawElement( $tag, $attributes, $fallback ) );
	}

	/** The page is kept for all readers: who reads, and the token, are known to the script only. */
	private function acknowledging( array $attributes ): array {
		if ( $this->config->get( 'PolicyElementsServer' ) === null ) {
			$attributes['hide'] = trim( ( $attributes['hide'] ?? '' ) . ' acknowledgement' );
			return $attributes;
		}
		return $attributes + [ 'endpoint' => wfScript( 'rest' ) . '/policy-elements/v1/acknowledgements' ];
	}

	/** A path, or the whole address of a file on this site: authors bring in no text from elsewhere. */
	private function isOnThisSite( string $src ): bool {
		if ( preg_match( '/[\\\\\x00-\x20]/', $src ) ) {
			return false;
		}
		$home = rtrim( $this->config->get( 'Server' ), '/' ) . '/';
		return preg_match( '#^/(?!/)#', $src ) || str_starts_with( $src, $home );
	}
}
